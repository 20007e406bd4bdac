//go:build probe

package wire

import "rubricator/internal/token"

// AppendTokens writes [{"start", "end", "text"}, …], the tokens of a text with
// their offsets in UTF-16 units: for tests of the offsets, in a build for them.
func AppendTokens(to []byte, t *token.Table) []byte {
	w := writer{buf: to, units: newUnits(t.Text, nil)}
	w.open('[')
	for _, tok := range t.Tokens {
		w.item().open('{')
		w.span(tok.Span)
		w.key("text").string(t.Text[tok.Start:tok.End])
		w.close('}')
	}
	w.close(']')
	return w.buf
}
