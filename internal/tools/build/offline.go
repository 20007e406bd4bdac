package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// offline are the files that the page needs to open without a network.
var offline = []string{
	"index.html", "rubricator.html", "web/app.webmanifest", "web/disk.js", "web/icon.svg", "web/news-en.pack",
	"web/page.css", "web/page.js", "web/rubricator.wasm", "web/worker.js",
}

// writeServiceWorker writes dist/service-worker.js, of which the scope is the
// whole folder: web/service-worker.js with the names of the files that it keeps
// and a version that changes with their content.
func writeServiceWorker(root, dist string) error {
	source, err := os.ReadFile(filepath.Join(root, "web/service-worker.js"))
	if err != nil {
		return err
	}
	hash := sha256.New()
	for _, name := range offline {
		content, err := os.ReadFile(filepath.Join(dist, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(hash, "%s %d\n", name, len(content))
		hash.Write(content)
	}
	version := "rubricator-" + hex.EncodeToString(hash.Sum(nil))[:16]
	for placeholder, value := range map[string]string{
		"'__VERSION__'": "'" + version + "'",
		"'__FILES__'":   "'" + strings.Join(offline, "', '") + "'",
	} {
		if bytes.Count(source, []byte(placeholder)) != 1 {
			return fmt.Errorf("web/service-worker.js: %s must stand there once", placeholder)
		}
		source = bytes.Replace(source, []byte(placeholder), []byte(value), 1)
	}
	return writeFile(filepath.Join(dist, "service-worker.js"), source)
}
