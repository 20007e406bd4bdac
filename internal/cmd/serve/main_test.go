//go:build !js

package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

func TestServeAnnouncesAndStops(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()

	dir := newFolder(t)
	ctx, stop := context.WithCancel(context.Background())
	out, in := io.Pipe()
	ended := make(chan error)
	go func() { ended <- serve(ctx, in, dir, taken.Addr().String()) }()

	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address, found := strings.CutPrefix(strings.TrimSpace(line), "Rubricator: ")
	if !found || strings.Contains(address, taken.Addr().String()) {
		t.Fatalf("announced %q with %s taken", line, taken.Addr())
	}
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(response.Body)
	response.Body.Close()
	if string(body) != page {
		t.Errorf("the first page is %q", body)
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("after the stop: %v", err)
	}
}

func TestServeRefusesToStart(t *testing.T) {
	dir := newFolder(t)
	for name, arguments := range map[string][2]string{
		"a missing folder":        {dir + "/none", "127.0.0.1:0"},
		"a file":                  {dir + "/index.html", "127.0.0.1:0"},
		"all interfaces":          {dir, ":8017"},
		"an address elsewhere":    {dir, "192.0.2.1:8017"},
		"an address without port": {dir, "127.0.0.1"},
	} {
		if err := serve(t.Context(), io.Discard, arguments[0], arguments[1]); err == nil {
			t.Errorf("%s is served", name)
		}
	}
}
