package main

import (
	"strings"
	"testing"
)

const (
	page = "<head><!-- rubricator:csp --><!-- rubricator:style --></head>\n" +
		"<!-- rubricator:worker --><!-- rubricator:wasm --><!-- rubricator:pack --><!-- rubricator:script -->"
	// Of the style above and of the script below, by openssl.
	styleHash  = "'sha256-SNJDlN1Iy2mnt7DOjQIyDb2LQE6O5PQiSZomcdzawQ4='"
	scriptHash = "'sha256-vUOElbTHLp1UxxGV/I6teJfpCV5vgaasYjEhPKN2fqQ='"
)

func parts() map[string]string {
	return map[string]string{"style": "p {}", "script": "run();", "worker": "work();", "wasm": "AAAA", "pack": "BBBB"}
}

func TestFillTemplate(t *testing.T) {
	got, err := fillTemplate(page, parts())
	if err != nil {
		t.Fatal(err)
	}
	want := `<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; ` +
		"script-src " + scriptHash + " 'wasm-unsafe-eval'; style-src " + styleHash + "; img-src data:; " +
		"connect-src 'none'; worker-src blob:; frame-src file:; base-uri 'none'; form-action 'none'; " +
		`require-trusted-types-for 'script'; trusted-types rubricator"><style>p {}</style></head>` + "\n" +
		`<script type="application/octet-stream" id="rubricator-worker">work();</script>` +
		`<script type="application/octet-stream" id="rubricator-wasm">AAAA</script>` +
		`<script type="application/octet-stream" id="rubricator-pack">BBBB</script>` +
		`<script>run();</script>`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFillTemplateRefuses(t *testing.T) {
	with := func(name, text string) map[string]string {
		changed := parts()
		changed[name] = text
		return changed
	}
	for _, test := range []struct {
		name, template string
		parts          map[string]string
	}{
		{"a missing placeholder", strings.Replace(page, "<!-- rubricator:wasm -->", "", 1), parts()},
		{"an unknown placeholder", page + "<!-- rubricator:wsam -->", parts()},
		{"the same one twice", page + "<!-- rubricator:script -->", parts()},
		{"a script that ends itself", page, with("script", `"</Script>"`)},
		{"a script that opens a comment", page, with("worker", `"<!--"`)},
		{"a text that the parser changes", page, with("script", "a\r\nb")},
	} {
		if _, err := fillTemplate(test.template, test.parts); err == nil {
			t.Errorf("%s is accepted", test.name)
		}
	}
}
