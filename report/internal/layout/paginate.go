package layout

// least is the room in mm below which nothing is cut to fit: where a repeated
// head alone fills a page, the row runs over its edge rather than never ending.
const least = 3

// pager fills pages with slabs.
type pager struct {
	*setter
	pages []Page
	y     float64 // below the last slab, from the text area's top
	after float64 // white space it wants
	top   bool    // nothing stands on the page yet
}

func (s *setter) paginate(slabs []slab) []Page {
	p := &pager{setter: s}
	p.turn()
	for i := 0; i < len(slabs); {
		end := i + 1
		for end < len(slabs) && slabs[end-1].chained && !slabs[end].newPage {
			end++
		}
		p.group(slabs[i:end])
		i = end
	}
	return p.pages
}

func (p *pager) turn() {
	p.pages = append(p.pages, Page{W: p.paperW, H: p.paperH})
	p.y, p.after, p.top = 0, 0, true
}

// gap is the white space above a slab where it would stand now.
func (p *pager) gap(b slab) float64 {
	if p.top {
		return 0
	}
	return max(p.after, b.before)
}

// group places slabs that belong together; a group higher than a page is broken
// where the page is full.
func (p *pager) group(slabs []slab) {
	height := p.gap(slabs[0])
	for i, b := range slabs {
		if i > 0 {
			height += max(slabs[i-1].after, b.before)
		}
		height += b.height
	}
	if !p.top && (slabs[0].newPage || p.y+height > p.height+slack) {
		p.turn()
	}
	for _, b := range slabs {
		p.slab(b)
	}
}

func (p *pager) slab(b slab) {
	if !p.top && p.y+p.gap(b)+b.height > p.height+slack {
		p.turn()
	}
	if p.top && b.head != nil {
		p.place(slab{height: b.head.height, items: copies(b.head.items)})
	}
	for p.y+p.gap(b)+b.height > p.height+slack {
		room := p.height - p.y - p.gap(b)
		if room < least {
			break
		}
		first, rest := b.split(room)
		p.place(first)
		p.turn()
		b = rest
	}
	p.place(b)
}

func (p *pager) place(b slab) {
	p.y += p.gap(b)
	shift(b.items, p.left(len(p.pages)), p.Theme.Margin.Top+p.y)
	page := &p.pages[len(p.pages)-1]
	page.Items = append(page.Items, b.items...)
	p.y += b.height
	p.after, p.top = b.after, false
}

// split cuts a slab that is higher than a page: at the lowest place not below
// limit that no item crosses, or at limit when every place is crossed.
func (b slab) split(limit float64) (first, rest slab) {
	cut := limit
	for moved := true; moved && cut > 0; {
		moved = false
		for _, item := range b.items {
			if top, bottom := item.extent(); top < cut-slack && bottom > cut+slack {
				cut, moved = top, true
			}
		}
	}
	if cut <= 0 {
		cut = limit
	}
	first, rest = b, b
	first.height, first.after, first.items = cut, 0, nil
	rest.height, rest.before, rest.items = b.height-cut, 0, nil
	for _, item := range b.items {
		if top, _ := item.extent(); top < cut-slack {
			first.items = append(first.items, item)
		} else {
			rest.items = append(rest.items, item)
		}
	}
	shift(rest.items, 0, -cut)
	return first, rest
}
