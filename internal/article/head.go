package article

import "strings"

// findTitle looks among the lines before the running text: the title is the
// line that is repeated most, or that ends the breadcrumb, or whose words the
// text takes up.
func (r *repair) findTitle() {
	const (
		enough = 5  // words; beyond them, the first line is the likelier title
		again  = 10 // for each time that the line is repeated
		taken  = 3  // for each of its stems that the body has
		most   = 5  // of them
		paths  = 64 // through the site that are looked at: a page has one or two
	)
	if r.first == 0 {
		return
	}
	r.findBodyStems()
	r.crumbs = r.crumbs[:0]
	for i := 0; i < r.first && i < len(r.lines) && len(r.crumbs) < paths; i++ {
		if r.lines[i].crumbs {
			r.crumbs = append(r.crumbs, r.lines[i].key)
		}
	}
	best, score := -1, 0
	for i := 0; i < r.first && i < len(r.lines); i++ {
		l := &r.lines[i]
		if !l.titleLike() || l.copyright || r.dateLine(l) != nil || isByline(l) || l.crumbs || l.reason != "" {
			continue
		}
		n := again*l.repeats + min(l.words, enough)
		for _, path := range r.crumbs {
			if strings.HasSuffix(path, l.key) {
				n += again
			}
		}
		shared := 0
		for j := l.first; j < l.end; j++ {
			if id := r.Tokens[j].Spelling; id >= 0 && len(r.Spellings[id].Stem) > 3 && r.notes[r.Spellings[id].First].inBody {
				shared++
			}
		}
		n += taken * min(shared, most)
		if n > score {
			best, score = i, n
		}
	}
	r.title = best
	if best >= 0 {
		r.lines[best].role = Title
	}
}

// findBodyStems finds the stems that the running text has.
func (r *repair) findBodyStems() {
	for i := r.first; i <= r.last; i++ {
		for j := r.lines[i].first; j < r.lines[i].end; j++ {
			if id := r.Tokens[j].Spelling; id >= 0 {
				r.notes[r.Spellings[id].First].inBody = true
			}
		}
	}
}

// readHead classes the lines before the running text. Few lines that nothing
// speaks against stay: a standfirst, a kicker.
func (r *repair) readHead() {
	const few = 5 // lines
	unknown := 0
	for i := 0; i < r.first && i < len(r.lines); i++ {
		l := &r.lines[i]
		switch {
		case i == r.title:
		case l.crumbs && !r.isTitle(l):
			l.removed = Breadcrumb
		case r.recognise(l) || r.readByline(l):
		case r.last < 0 || !r.noisy && r.first <= few:
			// No running text at all, and a list is as good a text as any;
			// or too few lines for a menu, and no other sign of one.
		case i < r.title && l.words <= 6, l.words <= 2:
			l.removed = Navigation
		default:
			unknown++
		}
	}
	if r.last < 0 || unknown <= few {
		return
	}
	for i := 0; i < r.first; i++ {
		if l := &r.lines[i]; i != r.title && l.removed == "" {
			l.removed = Navigation
		}
	}
}

// recognise removes a line that says by itself that it is no part of the
// article: the title again, a copyright line, a phrase of news sites.
func (r *repair) recognise(l *line) bool {
	switch {
	case r.isTitle(l):
		l.removed = RepeatedTitle
	case l.copyright:
		r.readSource(l)
		l.removed = Copyright
	default:
		l.removed = l.reason
	}
	return l.removed != ""
}

// isTitle says whether a line repeats the title.
func (r *repair) isTitle(l *line) bool {
	return r.title >= 0 && l.key == r.lines[r.title].key
}
