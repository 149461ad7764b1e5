package standard

// Rooms are those of dormitories: the people who live in each, and what those of a building share.
type Rooms struct{ plain }

// ID is the word for the kind in an area's file.
func (Rooms) ID() string { return "rooms" }

// InDormitories is true.
func (Rooms) InDormitories() bool { return true }

func (Rooms) fields() []string {
	return common("room*", "occupants*", "building", "beds", "toilets", "showers")
}

func (Rooms) levels() []string { return []string{"space", "occupancy", "toilets", "showers", "beds"} }
