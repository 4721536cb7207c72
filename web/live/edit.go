package live

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"unicode/utf8"

	"proxynet/network/file"
	"proxynet/web"
	"proxynet/web/server"
	"proxynet/web/site/publish"
)

// EditOptions are the options of [Edit].
type EditOptions struct {
	Network  string   // path of its file
	Articles []string // texts of its sources, as check takes them
	Address  string   // to listen on; must be a loopback address
	Log      io.Writer
	Warn     func(message string) // see [publish.PrepareDesk]

	// Open opens an address in a browser; nil to open nothing.
	Open func(address string) error
}

// tokenHeader is the header with the token that allows a page to save.
const tokenHeader = "Proxynet-Token"

// Edit serves the desk with a network in it, to this machine only, until ctx is done.
// The page saves the network's files in place. Its address contains a token, new at each
// start, without which nothing can be read or written.
func Edit(ctx context.Context, o EditOptions) error {
	data, err := file.ReadFile(o.Network, mostBytes)
	if err != nil {
		return err
	}
	if err := checkText(o.Network, data); err != nil {
		return err
	}
	listener, err := server.Listen(o.Address) // before the slow work
	if err != nil {
		return err
	}
	defer listener.Close()
	if to, ok := listener.Addr().(*net.TCPAddr); !ok || !to.IP.IsLoopback() {
		return fmt.Errorf("%s can be reached from other machines, and the desk writes files; name an address of this machine, such as 127.0.0.1:0", o.Address)
	}
	desk, err := publish.PrepareDesk(ctx, o.Warn)
	if err != nil {
		return err
	}
	token := rand.Text()
	files, err := desk.Files(token)
	if err != nil {
		return err
	}
	page, err := server.Of(files, web.Header{Name: "Content-Security-Policy", Value: desk.Policy()})
	if err != nil {
		return err
	}
	e := &edited{network: o.Network, named: o.Articles}
	r := newHub()
	if err := e.announce(r); err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		<-ctx.Done()
		r.close() // pages that wait for events would keep the server running
	}()
	watched := make(chan error, 1)
	go func() {
		watched <- e.follow(ctx, r)
		stop()
	}()
	once := newTicket()
	err = server.Serve(ctx, listener, server.Private(editHandler(e, r, page, token, once)), func(url string) {
		fmt.Fprintf(o.Log, "Open %s%s/ in a browser: it edits %s. Keep the address to yourself: it can write this file. Ctrl-C ends it.\n", url, token, o.Network)
		if o.Open != nil {
			if err := o.Open(url + once.word + "/"); err != nil {
				fmt.Fprintf(o.Log, "The browser can't be opened: %v.\n", err)
			}
		}
	})
	stop()
	if diagnostic := <-watched; err == nil {
		err = diagnostic
	}
	e.mu.Lock() // a save that has begun ends
	defer e.mu.Unlock()
	return err
}

// editHandler serves the page and the files below the token. A ticket leads there.
func editHandler(e *edited, r *hub, page http.Handler, token string, once *ticket) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/edit/events", r.events)
	mux.HandleFunc("/edit/state", e.answerState)
	mux.HandleFunc("/edit/file/", func(w http.ResponseWriter, request *http.Request) {
		if text, ok := body(w, request, token); ok {
			e.answerSave(w, request, text)
		}
	})
	mux.HandleFunc("/edit/base", func(w http.ResponseWriter, request *http.Request) {
		if text, ok := body(w, request, token); ok {
			answerJSON(w, http.StatusOK, map[string]string{"version": e.remember(text)})
		}
	})
	mux.Handle("/", page)
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		first, _, _ := strings.Cut(strings.TrimPrefix(request.URL.Path, "/"), "/")
		if once.redeem(first) {
			once.follow(w, request, token)
			return
		}
		if subtle.ConstantTimeCompare([]byte(first), []byte(token)) != 1 {
			http.Error(w, "Open the address that “proxynet edit” has printed; each start has another.", http.StatusNotFound)
			return
		}
		http.StripPrefix("/"+token, mux).ServeHTTP(w, request)
	})
}

// announce sends all pages the versions of the files.
func (e *edited) announce(r *hub) error {
	event, err := e.event()
	if err == nil {
		r.broadcast(event)
	}
	return err
}

// follow notifies the pages of every change of a file.
func (e *edited) follow(ctx context.Context, r *hub) error {
	var w watch
	for {
		paths := e.watched()
		seen := w.stamps(paths)
		if err := e.announce(r); err != nil { // after the stamps, so that no change is missed
			return err
		}
		if !w.await(ctx, seen, paths) {
			return nil
		}
	}
}

func (e *edited) answerState(w http.ResponseWriter, request *http.Request) {
	if !begin(w, request, "application/json") {
		return
	}
	s, err := e.load()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answerJSON(w, http.StatusOK, s)
}

// body returns the text of a PUT request with the token. For any other request it
// answers with an error and returns false.
func body(w http.ResponseWriter, request *http.Request, token string) (text []byte, ok bool) {
	header := w.Header()
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
	if subtle.ConstantTimeCompare([]byte(request.Header.Get(tokenHeader)), []byte(token)) != 1 {
		http.Error(w, "Only the page that “proxynet edit” serves can save.", http.StatusForbidden)
		return nil, false
	}
	if request.Method != http.MethodPut {
		header.Set("Allow", "PUT")
		http.Error(w, "Texts can only be put here.", http.StatusMethodNotAllowed)
		return nil, false
	}
	text, err := io.ReadAll(http.MaxBytesReader(w, request.Body, mostBytes))
	if err != nil {
		http.Error(w, fmt.Sprintf("The text is larger than %d MiB, or was cut off.", mostBytes>>20), http.StatusRequestEntityTooLarge)
		return nil, false
	}
	if !utf8.Valid(text) {
		http.Error(w, "The text is not UTF-8.", http.StatusUnsupportedMediaType)
		return nil, false
	}
	return text, true
}

// answerSave saves a text in the file that the address names. If-Match is the version
// on which the text is based, in quotation marks; "" for a new file.
func (e *edited) answerSave(w http.ResponseWriter, request *http.Request, text []byte) {
	name := strings.TrimPrefix(request.URL.Path, "/edit/file/")
	match := request.Header.Get("If-Match")
	base := strings.Trim(match, `"`)
	if len(match) < 2 || match != `"`+base+`"` {
		http.Error(w, "Say in If-Match which version the text was made of.", http.StatusPreconditionRequired)
		return
	}
	saved, err := e.save(name, base, text)
	switch {
	case errors.Is(err, errUnknown):
		http.Error(w, "This file does not belong to the network.", http.StatusNotFound)
	case errors.Is(err, errConflict):
		s, err := e.load()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		answerJSON(w, http.StatusConflict, s)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	default:
		answer := map[string]string{"version": version(saved)}
		if string(saved) != string(text) {
			answer["text"] = string(saved) // merged
		}
		answerJSON(w, http.StatusOK, answer)
	}
}

func answerJSON(w http.ResponseWriter, status int, answer any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	to := json.NewEncoder(w)
	to.SetEscapeHTML(false)
	to.Encode(answer) // a client that has disconnected needs no response
}
