package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// onePage returns the page that holds everything in one file: the template
// web/onefile.html with each placeholder <!-- rubricator:NAME --> filled.
//
//	csp         the policy as a meta element, with the hashes of the page's
//	            <script> and <style>
//	style       the page's style sheet, as a <style>
//	script      the onefile bundle, as a <script>
//	worker      the worker bundle, in an inert <script id="rubricator-worker">
//	wasm, pack  the engine and the pack in gzip and base64, in inert elements
//	            of such ids
//
// The licences follow as a comment, since the file travels alone.
func onePage(root, dist string, scripts map[string][]byte, licences []byte) ([]byte, error) {
	template, err := os.ReadFile(filepath.Join(root, "web/onefile.html"))
	if err != nil {
		return nil, err
	}
	wasm, err := os.ReadFile(filepath.Join(dist, "web/rubricator.wasm"))
	if err != nil {
		return nil, err
	}
	pack, err := os.ReadFile(filepath.Join(dist, "web/news-en.pack"))
	if err != nil {
		return nil, err
	}
	style, err := os.ReadFile(filepath.Join(root, "web/page.css"))
	if err != nil {
		return nil, err
	}
	page, err := fillTemplate(string(template), map[string]string{
		"style":  strings.ReplaceAll(string(style), "\r\n", "\n"),
		"script": string(scripts["onefile.js"]),
		"worker": string(scripts["worker.js"]),
		"wasm":   packed(wasm),
		"pack":   packed(pack),
	})
	if err != nil {
		return nil, fmt.Errorf("web/onefile.html: %w", err)
	}
	// Two hyphens could end the comment.
	comment := strings.ReplaceAll(string(licences), "--", "==")
	return []byte(page + "<!--\n" + comment + "-->\n"), nil
}

var placeholder = regexp.MustCompile(`<!-- rubricator:([a-z]+) -->`)

// fillTemplate puts each of parts in its place, and the policy in the place
// named csp.
func fillTemplate(template string, parts map[string]string) (string, error) {
	elements := map[string]string{"csp": policyElement(parts["script"], parts["style"])}
	for name, text := range parts {
		// Any of these would end the element, or keep it from ending, elsewhere,
		// or change under the browser's parser and with it the hash.
		element := "script"
		if name == "style" {
			element = "style"
		}
		if lower := strings.ToLower(text); strings.Contains(lower, "</"+element) || strings.Contains(lower, "<!--") || strings.Contains(text, "\r") {
			return "", fmt.Errorf("%s cannot stand inside a %s element", name, element)
		}
		switch name {
		case "style":
			elements[name] = "<style>" + text + "</style>"
		case "script":
			elements[name] = "<script>" + text + "</script>"
		default:
			elements[name] = `<script type="application/octet-stream" id="rubricator-` + name + `">` + text + "</script>"
		}
	}

	var unknown []string
	page := placeholder.ReplaceAllStringFunc(template, func(comment string) string {
		name := placeholder.FindStringSubmatch(comment)[1]
		element, ok := elements[name]
		if !ok {
			unknown = append(unknown, name)
		}
		delete(elements, name)
		return element
	})
	for name := range elements {
		unknown = append(unknown, name)
	}
	if len(unknown) > 0 {
		slices.Sort(unknown)
		return "", fmt.Errorf("placeholders missing, unknown or twice: %s", strings.Join(unknown, ", "))
	}
	return page, nil
}

// policyElement forbids the page everything but its own script and style, a
// worker made of its own text, and WebAssembly. From disk it may frame itself,
// for its sealed mode; the network has no part in that.
func policyElement(script, style string) string {
	return `<meta http-equiv="Content-Security-Policy" content="` +
		"default-src 'none'; script-src " + hash(script) + " 'wasm-unsafe-eval'; " +
		"style-src " + hash(style) + "; img-src data:; connect-src 'none'; worker-src blob:; frame-src file:; " +
		"base-uri 'none'; form-action 'none'; " +
		`require-trusted-types-for 'script'; trusted-types rubricator">`
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// packed returns content in gzip and base64.
func packed(content []byte) string {
	var buffer bytes.Buffer
	w, _ := gzip.NewWriterLevel(&buffer, gzip.BestCompression) // a level that exists
	w.Write(content)                                           // a buffer takes everything
	w.Close()
	return base64.StdEncoding.EncodeToString(buffer.Bytes())
}
