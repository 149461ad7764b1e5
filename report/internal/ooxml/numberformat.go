package ooxml

import "strings"

// Format is what a number format shows of a number.
type Format uint8

// A number as such; a day or a time of day; a length of time, which counts on beyond a day: [h]:mm.
const (
	Plain Format = iota
	Moment
	Duration
)

// builtIn knows the formats that have a number and no code, the East Asian ones included (ECMA-376 part 1, 18.8.30). 46
// is [h]:mm:ss.
func builtIn(id int) Format {
	switch {
	case id == 46:
		return Duration
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id == 45, id == 47, id >= 50 && id <= 58:
		return Moment
	}
	return Plain
}

// formatOf looks for the letters of dates and times outside of quotes, escapes and brackets. In brackets, hours,
// minutes or seconds count on beyond a day; beside a day or a year they do not.
func formatOf(code string) Format {
	shown := Plain
	code = strings.ToLower(code)
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return shown
			}
			i += 1 + end
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return shown
			}
			if inner := code[i+1 : i+end]; inner != "" && strings.Trim(inner, "hms") == "" && shown == Plain {
				shown = Duration
			}
			i += end
		case 'y', 'd':
			return Moment
		case 'm', 'h', 's':
			shown = max(shown, Moment)
		case 'a':
			if strings.HasPrefix(code[i:], "aaa") {
				return Moment // the day of an East Asian week
			}
		case 'g':
			if !strings.HasPrefix(code[i:], "general") {
				return Moment // the era of an East Asian date
			}
			i += len("general") - 1
		}
	}
	return shown
}
