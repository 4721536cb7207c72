package desk

import (
	"encoding/json"
	"fmt"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/message"
	"proxynet/viz/scene"
)

// Engine edits one network. It isn't safe for concurrent use.
type Engine struct {
	Services

	reading // the last text that could be read

	files    map[string]string // of the folder, but for articles, such as translations
	revision int
	file     *edit.File // the text as it is
	view     *View      // of the reading
	last     *View      // of the text as it is
	tried    *edit.File // that the last act made
	sent     sent

	artist artist
}

// Services are operations that other packages implement. A nil one is answered with
// an error.
type Services struct {
	// Publish returns the file for “publish”.
	Publish func(Publication) (name string, data []byte, err error)
	// Arrange returns a layout of a network, as Publish would arrange it.
	Arrange func(n *network.Network, layout string) (*Arranged, error)
	// Proposals returns the drafts in a file of proposed claims.
	Proposals func(data []byte, d *file.Document, articles file.Articles, words Words) (any, error)
	// Review answers “review”, “sign”, “unsign”, “note” and “done”.
	Review func(op string, args json.RawMessage, d *file.Document) (any, error)
	// Compare returns the claims that differ from those of an earlier text.
	Compare func(before string, d *file.Document, words Words) (any, error)
}

// Publication is the input of Services.Publish.
type Publication struct {
	As           string // “preview”, “html” or “zip”
	Name         string // of the author's file
	Text         string
	Document     *file.Document
	Articles     file.Articles
	Translations map[string]string // by the names of their files
	Shown        []scene.Layout    // that the desk shows, for a preview with nodes at the same places
	Arranged     []Arranged        // layouts that are ready; those of another network are left out
}

// Fatal is the error of an engine that can't be used any more.
type Fatal struct{ Cause any }

func (f *Fatal) Error() string { return fmt.Sprint(f.Cause) }

// errClosed is the error of requests before “open”.
var errClosed = message.Errorf("open a network first")

// Do answers a request. args is JSON, data the attached bytes; result is JSON,
// attached the bytes that go with it. A panic is returned as a [*Fatal]; any other
// error is an error of the request.
func (e *Engine) Do(op string, args, data []byte) (result, attached []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			result, attached, err = nil, nil, &Fatal{r}
		}
	}()
	answer, attached, err := e.answer(op, args, data)
	if err != nil {
		return nil, nil, e.translated(err)
	}
	if ready, ok := answer.(encoded); ok {
		return ready, attached, nil
	}
	result, err = encode(answer)
	return result, attached, err
}

func (e *Engine) answer(op string, args, data []byte) (answer any, attached []byte, err error) {
	switch op {
	case "open":
		return with(args, func(o Opening) (encoded, error) {
			v, err := e.Open(o)
			if err != nil {
				return nil, err
			}
			return e.sent.since(v, nil)
		})
	case "article":
		return with(args, func(a struct{ Name string }) (*Intake, error) { return e.TakeIn(a.Name, data) })
	case "start":
		return with(args, Begin)
	case "picture":
		return with(args, e.Picture)
	case "shown":
		return e.artist.shown(), nil, nil
	case "arrange":
		return with(args, e.arrange)
	}
	if e.file == nil {
		return nil, nil, errClosed
	}
	switch op {
	case "text":
		return with(args, func(a struct {
			Revision int
			Text     string
			Files    map[string]string
			Have     *int
		}) (encoded, error) {
			if a.Files != nil {
				e.setFiles(a.Files)
			}
			return e.sent.since(e.Text(a.Revision, a.Text), a.Have)
		})
	case "select":
		return with(args, e.Select)
	case "act":
		return with(args, func(a struct{ Act json.RawMessage }) (*Acted, error) { return e.Act(a.Act) })
	}
	return e.serve(op, args, data)
}

// with decodes args and calls f with them.
func with[T, R any](args []byte, f func(T) (R, error)) (any, []byte, error) {
	var a T
	if err := json.Unmarshal(args, &a); err != nil {
		return nil, nil, message.Errorf("the request can't be read: %w", err)
	}
	answer, err := f(a)
	return answer, nil, err
}

// serve answers ops that [Services] implement.
func (e *Engine) serve(op string, args, data []byte) (answer any, attached []byte, err error) {
	missing := message.Errorf("“%s” isn't in this program", op)
	if e.document == nil {
		return nil, nil, message.Errorf("the text can't be read yet")
	}
	switch op {
	case "publish":
		if e.Publish == nil {
			return nil, nil, missing
		}
		var a struct {
			As       string
			Shown    []scene.Layout
			Arranged []Arranged
		}
		if err := json.Unmarshal(args, &a); err != nil {
			return nil, nil, err
		}
		p := Publication{As: a.As, Shown: a.Shown, Arranged: a.Arranged, Name: e.name, Text: string(e.file.Data()), Document: e.document, Articles: e.articles, Translations: e.translationTexts()}
		name, published, err := e.Publish(p)
		return struct {
			Name string `json:"name"`
		}{name}, published, err
	case "proposals":
		if e.Proposals == nil {
			return nil, nil, missing
		}
		answer, err = e.Proposals(data, e.document, e.articles, e)
		return answer, nil, err
	case "review", "sign", "unsign", "note", "done":
		if e.Review == nil {
			return nil, nil, missing
		}
		answer, err = e.Review(op, args, e.document)
		return answer, nil, err
	case "compare":
		if e.Compare == nil {
			return nil, nil, missing
		}
		var a struct{ Before string }
		if err := json.Unmarshal(args, &a); err != nil {
			return nil, nil, err
		}
		answer, err = e.Compare(a.Before, e.document, e)
		return answer, nil, err
	}
	return nil, nil, message.Errorf("unknown op “%s”", op)
}
