package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestBrowser(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	t.Setenv("CHROME", "")
	for _, name := range []string{"google-chrome", "brave-browser", "chosen"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if path, err := chromium.path(); err != nil || path != filepath.Join(dir, "google-chrome") {
		t.Errorf("found %q, %v, want google-chrome", path, err)
	}
	for _, chosen := range []string{"chosen", filepath.Join(dir, "chosen")} {
		t.Setenv("CHROME", chosen)
		if path, err := chromium.path(); err != nil || path != filepath.Join(dir, "chosen") {
			t.Errorf("CHROME=%s: found %q, %v", chosen, path, err)
		}
	}
	t.Setenv("CHROME", "none")
	if path, err := chromium.path(); err == nil {
		t.Errorf("CHROME=none: found %q", path)
	}
}

func TestBrowserThatCannotBeInstalled(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("CHROME", "")
	if path, err := find(chromium.names); err == nil {
		t.Skipf("%s is there whatever PATH says", path)
	}
	if _, err := chromium.path(); !errors.Is(err, errNone) {
		t.Errorf("got %v, want %v", err, errNone)
	}
}

func TestFirefoxIsAnotherBrowser(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	t.Setenv("CHROME", "chromium")
	t.Setenv("FIREFOX", "")
	if err := os.WriteFile(filepath.Join(dir, "firefox"), []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if path, err := firefox.path(); err != nil || path != filepath.Join(dir, "firefox") {
		t.Errorf("found %q, %v", path, err)
	}
}
