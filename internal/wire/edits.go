package wire

import (
	"fmt"
	"strconv"
	"strings"

	"rubricator/internal/article"
	"rubricator/internal/token"
)

// ParseEdits reads a reader's edits of a text, which the page writes as
// "+start-end" (put back), "-start-end" (leave out) and "=start-end" (join a
// heading), with spaces between them, in UTF-16 units. Offsets beyond the text stand for its end. The empty
// string gives none.
func ParseEdits(text, list string) ([]article.Edit, error) {
	u := newUnits(text, nil)
	var edits []article.Edit
	for _, item := range strings.Fields(list) {
		first, second, ok := strings.Cut(item[1:], "-")
		action := strings.IndexByte("+-=", item[0])
		start, err := strconv.ParseUint(first, 10, 31)
		end, err2 := strconv.ParseUint(second, 10, 31)
		if !ok || err != nil || err2 != nil || action < 0 {
			return nil, fmt.Errorf("parse edits: %q is none", item)
		}
		edits = append(edits, article.Edit{
			Span:   token.Span{Start: u.offset(int32(start)), End: u.offset(int32(end))},
			Action: article.Action(action),
		})
	}
	return edits, nil
}

// ParseOffset turns an offset in UTF-16 units into one in bytes. Offsets beyond
// the text stand for its end.
func ParseOffset(text string, units int) int32 {
	u := newUnits(text, nil)
	return u.offset(int32(min(max(units, 0), len(text))))
}
