package layout

// leastCut is the room in mm below which nothing is cut to fit: where a repeated
// head alone fills a page, the row runs over its edge rather than never ending.
const leastCut = 3

// pager fills pages with strips.
type pager struct {
	*layouter
	pages  []Page
	filled []filled // of each page
	y      float64  // below the last strip, from the text area's top
	after  float64  // white space it wants
	top    bool     // nothing stands on the page yet
}

// fill places the strips in their order; neighbours that are chained come onto
// one page.
func (l *layouter) fill(strips []strip) *pager {
	p := &pager{layouter: l}
	p.newPage()
	for i := 0; i < len(strips); {
		end := i + 1
		for end < len(strips) && strips[end-1].chained && !strips[end].newPage {
			end++
		}
		p.group(strips[i:end])
		i = end
	}
	return p
}

func (p *pager) newPage() {
	p.pages, p.filled = append(p.pages, Page{W: p.paperW, H: p.paperH}), append(p.filled, filled{})
	p.y, p.after, p.top = 0, 0, true
}

// gap is the white space above a strip where it would stand now.
func (p *pager) gap(s strip) float64 {
	if p.top {
		return 0
	}
	return max(p.after, s.before)
}

// group places strips that belong together; a group higher than a page is broken
// where the page is full.
func (p *pager) group(strips []strip) {
	height := p.gap(strips[0])
	for i, s := range strips {
		if i > 0 {
			height += max(strips[i-1].after, s.before)
		}
		height += s.height
	}
	if !p.top && (strips[0].newPage && p.y >= strips[0].unlessBelow || p.y+height > p.height+slack) {
		p.newPage()
	}
	for _, s := range strips {
		p.strip(s)
	}
}

// strip places one on this page, or on the next where it has no room; one that is
// higher than a page is cut into several.
func (p *pager) strip(s strip) {
	if !p.top && p.y+p.gap(s)+s.height > p.height+slack {
		p.newPage()
	}
	if p.top && s.head != nil {
		p.add(strip{height: s.head.height, items: repeated(s.head.items)})
	}
	for p.y+p.gap(s)+s.height > p.height+slack {
		room := p.height - p.y - p.gap(s)
		if room < leastCut {
			break
		}
		first, rest := s.split(room)
		p.add(first)
		p.newPage()
		s = rest
	}
	p.add(s)
}

func (p *pager) add(s strip) {
	p.y += p.gap(s)
	shift(s.items, p.left(len(p.pages)), p.Theme.Margin.Top+p.y)
	page := &p.pages[len(p.pages)-1]
	page.Items = append(page.Items, s.items...)
	p.y += s.height
	p.after, p.top = s.after, false
	f := &p.filled[len(p.filled)-1]
	f.bottom, f.stretches = p.y, f.stretches+s.stretches
}

// split cuts a strip that is higher than a page: at the lowest place not below
// limit that no item crosses, or at limit when every place is crossed.
func (s strip) split(limit float64) (first, rest strip) {
	cut := limit
	for moved := true; moved && cut > 0; {
		moved = false
		for _, item := range s.items {
			if b := item.bounds(); b.top < cut-slack && b.bottom > cut+slack {
				cut, moved = b.top, true
			}
		}
	}
	if cut <= 0 {
		cut = limit
	}
	first, rest = s, s
	first.height, first.after, first.items = cut, 0, nil
	rest.height, rest.before, rest.items = s.height-cut, 0, nil
	for _, item := range s.items {
		if item.bounds().top < cut-slack {
			first.items = append(first.items, item)
		} else {
			rest.items = append(rest.items, item)
		}
	}
	shift(rest.items, 0, -cut)
	return first, rest
}
