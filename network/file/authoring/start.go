package authoring

import (
	"cmp"
	"fmt"
	"path/filepath"

	"golang.org/x/text/language"

	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/file/intake"
)

// captionName is the name of the file with an article's captions.
const captionName = "captions.txt"

// Starter starts a network for a clean text, as [file.Start] does.
type Starter func(dir, article, lang string, force bool) ([]string, error)

// Start starts a network in the folder dir for an article in any format of package
// intake. If the file isn't clean text yet, it first writes the clean text, and then
// adds the page's metadata to the network's file. If lang is "", it is the page's own,
// or English. Start returns the paths that it wrote and notes for the author.
func Start(dir, articlePath, lang string, force bool, start Starter) (written, notes []string, err error) {
	data, err := file.ReadFile(articlePath, intake.MaxBytes)
	if err != nil {
		return nil, nil, err
	}
	a, err := intake.Read(articlePath, data)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", articlePath, err)
	}
	if lang == "" {
		if tag, err := language.Parse(a.Lang); err == nil && a.Lang != "" {
			lang = tag.String()
		}
	}
	lang = cmp.Or(lang, "en")
	if a.Verbatim {
		written, err = start(dir, articlePath, lang, force)
		return written, nil, err
	}
	if !force {
		if err := file.Absent(filepath.Join(dir, file.NetworkName)); err != nil {
			return nil, nil, err
		}
	}
	texts := []struct {
		name string
		data []byte
	}{{file.TextName, a.Text()}, {captionName, a.CaptionText()}}
	for _, t := range texts {
		if len(t.data) == 0 {
			continue
		}
		path := filepath.Join(dir, t.name)
		if err := file.WriteNewIn(dir, t.name, t.data, force); err != nil {
			return written, nil, err
		}
		written = append(written, path)
	}
	more, err := start(dir, written[0], lang, force)
	written = append(written, more...)
	if err != nil {
		return written, nil, err
	}
	notes = append(notes, fmt.Sprintf("%s was made from %s: read it through once and correct it, since quotes are checked against it", written[0], a.Form))
	for _, note := range a.Notes {
		notes = append(notes, note.String())
	}
	if len(a.Captions) > 0 {
		notes = append(notes, fmt.Sprintf("%s contains the captions; to quote them, add a second source with this file as its text", filepath.Join(dir, captionName)))
	}
	return written, notes, describe(filepath.Join(dir, file.NetworkName), a)
}

// describe writes a page's metadata into a new network's file.
func describe(path string, a *intake.Article) error {
	data, err := file.ReadFile(path, maxBytes)
	if err != nil {
		return err
	}
	url, err := file.Address(a.URL)
	if err != nil {
		url = ""
	}
	c, err := edit.Describe(data, "article", edit.Details{Author: a.Author, Publisher: a.Publisher, URL: url, Date: a.Date})
	if err != nil {
		return err
	}
	after, err := edit.Apply(data, c.Edits)
	if err != nil {
		return err
	}
	return file.Write(path, after)
}
