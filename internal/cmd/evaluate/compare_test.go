//go:build !js

package main

import (
	"path/filepath"
	"testing"

	"rubricator/internal/gold"
)

func TestChangesAreTextsThatBecameRightOrWrong(t *testing.T) {
	text := func(id string, major, first int) judged {
		return judged{call{"f", id}, gold.Item{ID: id, Major: major}, first}
	}
	texts := []judged{text("gained", 3, 3), text("lost", 3, 4), text("same", 3, 3), text("wrong", 3, 5), text("new", 3, 3)}
	name := filepath.Join(t.TempDir(), "calls.csv")
	before := []judged{text("gained", 3, 1), text("lost", 3, 3), text("same", 3, 3), text("wrong", 3, 1)}
	if err := writeCalls(name, before); err != nil {
		t.Fatal(err)
	}
	earlier, err := readCalls(name)
	if err != nil {
		t.Fatal(err)
	}
	gained, lost := changes(texts, earlier)
	if len(gained) != 1 || gained[0].text.id != "gained" || gained[0].before != 1 {
		t.Errorf("gained %+v", gained)
	}
	if len(lost) != 1 || lost[0].text.id != "lost" || lost[0].before != 3 {
		t.Errorf("lost %+v", lost)
	}
	if _, err := readCalls("main.go"); err == nil {
		t.Error("a file without calls is read")
	}
}
