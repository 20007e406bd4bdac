package module

import (
	"slices"
	"testing"
)

func TestMemoryWithoutATableOfFunctionsIsAnError(t *testing.T) {
	for name, memory := range map[string][]byte{
		"none":       make([]byte, 1000),
		"an odd one": append(slices.Clone(tableStart), make([]byte, 1000)...),
	} {
		if err := blankTraces(memory); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
