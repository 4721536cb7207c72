package site

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"html/template"
	"regexp"
	"strings"

	"proxynet/web"
)

// inliner puts the files that a page loads into it.
type inliner struct {
	assets  string            // folder of scripts and styles
	files   map[string][]byte // by path, those in assets among them
	bundle  Bundle
	scripts []string // of the elements that it has made, for a policy
	styles  []string
}

// A policy returns the Content-Security-Policy of a page, given the sources of its inline
// scripts and styles.
type policy func(scripts, styles string) string

// inline returns the elements for the files of a page, with blocks of data at its end.
func (in *inliner) inline(files web.Files, policy policy, blocks []string) (*web.Inline, error) {
	var styles, scripts strings.Builder
	for _, name := range files.Styles {
		element, err := in.style(name)
		if err != nil {
			return nil, err
		}
		styles.WriteString(element + "\n")
	}
	for _, name := range files.Scripts {
		text, err := in.asset(name)
		if err != nil {
			return nil, err
		}
		element, err := in.script("<script>", text)
		if err != nil {
			return nil, err
		}
		scripts.WriteString(element + "\n")
	}
	text, err := in.bundle(files.Module)
	if err != nil {
		return nil, err
	}
	module, err := in.script(`<script type="module">`, text)
	if err != nil {
		return nil, err
	}
	content := policy(strings.Join(in.scripts, " "), strings.Join(in.styles, " "))
	return &web.Inline{
		Policy:  policyContent(content),
		Styles:  template.HTML(styles.String()),
		Scripts: template.HTML(scripts.String()),
		End:     template.HTML(strings.Join(append(blocks, module), "\n") + "\n"),
	}, nil
}

// policyContent returns the attribute that contains a policy.
func policyContent(policy string) template.HTMLAttr {
	return template.HTMLAttr(`content="` + policy + `"`) // no policy has a quotation mark
}

// asset returns the content of a script or style.
func (in *inliner) asset(name string) (string, error) {
	data, ok := in.files[in.assets+name]
	if !ok {
		return "", fmt.Errorf("a single file: the page asks for %s, which is not there", name)
	}
	return string(data), nil
}

var (
	comment   = regexp.MustCompile(`(?s)/\*.*?\*/`) // no string of a style has one
	lessSpace = regexp.MustCompile(`\s*\n\s*`)
)

func (in *inliner) style(name string) (string, error) {
	text, err := in.asset(name)
	if err != nil {
		return "", err
	}
	text = lessSpace.ReplaceAllString(comment.ReplaceAllString(text, ""), "\n")
	in.styles = append(in.styles, policyHash(text))
	return "<style>" + text + "</style>", checkText(text, "</style")
}

// script returns an element that the tag opens.
func (in *inliner) script(tag, text string) (string, error) {
	in.scripts = append(in.scripts, policyHash(text))
	return tag + text + "</script>", checkText(text, "</script")
}

// checkText returns an error if a text would close the element that contains it.
func checkText(text, end string) error {
	if strings.Contains(strings.ToLower(text), end) {
		return fmt.Errorf("a single file: a file can’t be embedded in the page, since it contains %s", end)
	}
	return nil
}

// policyHash returns the name of an inline script or style in a policy.
func policyHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// noticesBlock returns the element with the licences of all software in a page.
func noticesBlock(notices []byte) string {
	return `<template id="third-party-notices"><pre>` + html.EscapeString(string(notices)) + `</pre></template>`
}
