package main

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// writeSupply writes what those need who check dist before they use it:
//
//	sbom.cdx.json    what it is made of: CycloneDX 1.6, with Package URLs and
//	                 SPDX licences
//	INTEGRITY.md     script tags with Subresource Integrity
//	SHA256SUMS       a sum of every other file, as sha256sum -c takes it
//
// The sums are last: they cover the others.
func writeSupply(dist string, list []work) error {
	bom, err := billOfMaterials(dist, list)
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(dist, "sbom.cdx.json"), bom); err != nil {
		return err
	}
	snippets, err := integritySnippets(dist)
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(dist, "INTEGRITY.md"), snippets); err != nil {
		return err
	}
	sums, err := sums(dist)
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(dist, "SHA256SUMS"), sums)
}

// billOfMaterials has neither a time nor a serial number, which would make each
// build another one.
func billOfMaterials(dist string, list []work) ([]byte, error) {
	description, err := os.ReadFile(filepath.Join(dist, "web/package.json"))
	if err != nil {
		return nil, err
	}
	var project struct{ Version, License string }
	if err := json.Unmarshal(description, &project); err != nil {
		return nil, fmt.Errorf("web/package.json: %w", err)
	}
	self := cdx.Component{BOMRef: "rubricator", Type: cdx.ComponentTypeApplication, Name: "rubricator", Version: project.Version}
	if project.License != "" {
		self.Licenses = &cdx.Licenses{{License: &cdx.License{ID: project.License}}}
	}
	var components []cdx.Component
	refs := []string{}
	for _, w := range list {
		id, err := spdx(w.licence)
		if err != nil {
			return nil, fmt.Errorf("licence of %s: %w", w.title, err)
		}
		url := "pkg:golang/" + w.name + "@" + w.version
		c := cdx.Component{
			BOMRef: url, Type: cdx.ComponentTypeLibrary, Name: w.name, Version: w.version, PackageURL: url,
			Licenses: &cdx.Licenses{{License: &cdx.License{ID: id}}},
		}
		if w.name == "std" {
			c.Description = "Go's runtime and library, in the engine, and its wasm_exec.js, in the worker"
		}
		components = append(components, c)
		refs = append(refs, url)
	}
	bom := cdx.NewBOM()
	bom.Metadata = &cdx.Metadata{Component: &self}
	bom.Components = &components
	bom.Dependencies = &[]cdx.Dependency{{Ref: self.BOMRef, Dependencies: &refs}}
	var text bytes.Buffer
	if err := cdx.NewBOMEncoder(&text, cdx.BOMFileFormatJSON).SetPretty(true).EncodeVersion(bom, cdx.SpecVersion1_6); err != nil {
		return nil, fmt.Errorf("bill of materials: %w", err)
	}
	return text.Bytes(), nil
}

// integritySnippets returns the script tags of the element with the hashes of
// their scripts (W3C Subresource Integrity, section 3).
func integritySnippets(dist string) ([]byte, error) {
	var text bytes.Buffer
	text.WriteString("# Script tags with Subresource Integrity\n\nFor pages that take the element from a host that is not their own. A browser runs the script only if it is this one.\n")
	for _, script := range []struct{ name, kind, attribute string }{
		{"web/article-issues.js", "a module", ` type="module"`},
		{"web/script.js", "a plain script", ""},
	} {
		content, err := os.ReadFile(filepath.Join(dist, script.name))
		if err != nil {
			return nil, err
		}
		sum := sha512.Sum384(content)
		fmt.Fprintf(&text, "\nAs %s:\n\n    <script%s src=\"%s\" integrity=\"sha384-%s\" crossorigin=\"anonymous\"></script>\n",
			script.kind, script.attribute, script.name, base64.StdEncoding.EncodeToString(sum[:]))
	}
	text.WriteString("\nThe attribute covers the script alone. What the script fetches (`worker.js`, `rubricator.wasm`, `news-en.pack`) comes from beside it unchecked: compare these with `SHA256SUMS` where you put them, and host them yourself if you do not trust the host. Browsers refuse every script with the attribute from disk.\n")
	return text.Bytes(), nil
}

// sums returns the SHA-256 of each file in dist, in the order of their paths.
func sums(dist string) ([]byte, error) {
	var text bytes.Buffer
	err := fs.WalkDir(os.DirFS(dist), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dist, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&text, "%x  %s\n", sha256.Sum256(content), name)
		return nil
	})
	return text.Bytes(), err
}
