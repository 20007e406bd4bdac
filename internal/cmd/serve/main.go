//go:build !js

// Command serve shows a built dist folder on the loopback interface, with the
// response headers that the widget is meant to run under: a strict content
// security policy, compressed WebAssembly, no caching without revalidation.
// It is a development server; any static host serves dist as well.
//
//	serve [-dir dist] [-addr 127.0.0.1:8017]
//
// It prints one line, "Rubricator: http://127.0.0.1:8017/", and serves until
// it is interrupted. If the port is taken it picks a free one.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	dir := flag.String("dir", "dist", "folder to serve")
	addr := flag.String("addr", "127.0.0.1:8017", "loopback address to listen on")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx, os.Stdout, *dir, *addr); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

// serve announces the site on out and serves it until ctx ends, which is not
// an error.
func serve(ctx context.Context, out io.Writer, dir, addr string) error {
	if info, err := os.Stat(dir); err != nil {
		return err
	} else if !info.IsDir() {
		return fmt.Errorf("%s is not a folder", dir)
	}
	listener, err := listen(addr)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: newSite(dir), ReadHeaderTimeout: 5 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	fmt.Fprintf(out, "Rubricator: http://%s/\n", listener.Addr())

	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(grace); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}

// listen opens addr, or a free port of the same host if that port cannot be had.
func listen(addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("%s is not a loopback address", addr)
	}
	listener, err := net.Listen("tcp", addr)
	if err == nil {
		return listener, nil
	}
	if free, freeErr := net.Listen("tcp", net.JoinHostPort(host, "0")); freeErr == nil {
		return free, nil
	}
	return nil, err
}
