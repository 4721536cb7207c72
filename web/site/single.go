package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"html/template"
	"regexp"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
	"proxynet/web"
	"proxynet/web/language"
)

// Bundle returns a script of the builder, named by its path from the folder of
// scripts, with all that it imports, as one script.
type Bundle func(entry string) (string, error)

// Single returns the page of a network as one HTML file that holds all it needs
// and opens from a disk, in a language; lang "" is the network's own. Its scripts,
// styles and programs are in the page, and its policy allows just these.
func (b *Builder) Single(d *scene.LaidOutNetwork, lang string, bundle Bundle) ([]byte, error) {
	l, err := pageLanguage(d.Network, lang)
	if err != nil {
		return nil, err
	}
	data, err := dataIn(d, l.Tag)
	if err != nil {
		return nil, err
	}
	var blocks []string
	for _, program := range []struct {
		name       string
		data, gzip []byte
	}{{"network", data, nil}, {"viewer", b.files[b.viewer], b.gzip}} {
		block, err := dataBlock(program.name, program.data, program.gzip)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, block)
	}
	page := web.Page{
		Drawing:  d,
		Language: l,
		Assets:   b.assets,
		Viewer:   "inline:viewer",
		Data:     "inline:network",
		Single:   true,
	}
	for layout, into := range map[string]*template.HTML{"wide": &page.Wide, "tall": &page.Tall} {
		drawn, err := svg.Picture(d.In(l.Tag), layout)
		if err != nil {
			return nil, err
		}
		*into = template.HTML(drawn) // package svg escapes every text
	}
	parts, err := web.Parts(page)
	if err != nil {
		return nil, err
	}
	if len(parts) > 0 {
		return nil, message.Errorf("the network %q is so large that its evidence is fetched in parts, which a single file can’t; leave --single-file out", d.ID)
	}
	var text bytes.Buffer
	if err := web.Render(&text, page); err != nil {
		return nil, err
	}
	in := inliner{assets: b.assets, files: b.files, bundle: bundle, page: shortLinks(shareSigns(text.String())), policy: pagePolicy}
	in.blocks = append(blocks, `<template id="third-party-notices"><pre>`+html.EscapeString(string(b.files[noticesName]))+`</pre></template>`)
	return in.run()
}

// pageLanguage returns the language of a tag; that of the network for "".
func pageLanguage(n *network.Network, tag string) (*language.Language, error) {
	l := language.Of(cmp.Or(tag, n.Lang))
	if tag != "" && l.Tag != strings.ToLower(strings.Split(tag, "-")[0]) {
		return nil, fmt.Errorf("no page can be in %q; write one of %s", tag, strings.Join(language.Tags(), ", "))
	}
	return l, nil
}

// inliner puts the files that a page loads into it.
type inliner struct {
	assets  string            // folder of scripts and styles
	files   map[string][]byte // by path, those in assets among them
	bundle  Bundle
	blocks  []string // of data, before the page's end
	page    string
	scripts []string // hashes that the policy allows
	styles  []string
	policy  func(scripts, styles string) string
	err     error
}

var (
	policyTag = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="[^"]*">\n`)
	styleTag  = regexp.MustCompile(`<link rel="stylesheet" href="([^"]+)"(?: crossorigin)?( media="print")?>`)
	scriptTag = regexp.MustCompile(`<script src="([^"]+)"></script>`)
	moduleTag = regexp.MustCompile(`<script type="module" src="([^"]+)"></script>\n`)
	comment   = regexp.MustCompile(`(?s)/\*.*?\*/`) // no string of a style has one
	lessSpace = regexp.MustCompile(`\s*\n\s*`)
	escaped   = regexp.MustCompile(`="[^"'<>]*&#34;[^"'<>]*"`) // an attribute with JSON, shorter in single quotes
	leftTag   = regexp.MustCompile(`<(?:script|link|img)[^>]* (?:src|href)="([^"#:][^":]*)"`)
)

func (in *inliner) run() ([]byte, error) {
	in.page = styleTag.ReplaceAllStringFunc(in.page, in.style)
	in.page = scriptTag.ReplaceAllStringFunc(in.page, in.script)
	in.page = moduleTag.ReplaceAllStringFunc(in.page, in.module)
	in.page = policyTag.ReplaceAllStringFunc(in.page, in.policyTag)
	if head, body, ok := strings.Cut(in.page, "<body"); ok {
		in.page = head + "<body" + shorten(body)
	}
	in.page = escaped.ReplaceAllStringFunc(in.page, func(value string) string {
		return "='" + strings.ReplaceAll(value[2:len(value)-1], "&#34;", `"`) + "'"
	})
	if left := leftTag.FindStringSubmatch(in.page); in.err == nil && left != nil {
		in.err = fmt.Errorf("the page still asks for %s", left[1])
	}
	if end := strings.LastIndex(in.page, "</body>"); in.err == nil && end < 0 {
		in.err = errors.New("the page has no end")
	} else if in.err == nil {
		in.page = in.page[:end] + strings.Join(in.blocks, "\n") + "\n" + in.page[end:]
	}
	if in.err != nil {
		return nil, fmt.Errorf("a single file: %w", in.err)
	}
	return []byte(in.page), nil
}

// asset returns the content of a script or style that the page asks for.
func (in *inliner) asset(name string) string {
	data, ok := in.files[name]
	if !ok && in.err == nil {
		in.err = fmt.Errorf("the page asks for %s, which is not there", name)
	}
	return string(data)
}

// checkText records an error if a text would close the element that contains it.
func (in *inliner) checkText(text, end string) {
	if strings.Contains(strings.ToLower(text), end) && in.err == nil {
		in.err = fmt.Errorf("a file can’t be embedded in the page, since it contains %s", end)
	}
}

func (in *inliner) style(tag string) string {
	found := styleTag.FindStringSubmatch(tag)
	text := lessSpace.ReplaceAllString(comment.ReplaceAllString(in.asset(found[1]), ""), "\n")
	in.checkText(text, "</style")
	in.styles = append(in.styles, policyHash(text))
	return "<style" + found[2] + ">" + text + "</style>"
}

func (in *inliner) script(tag string) string {
	text := in.asset(scriptTag.FindStringSubmatch(tag)[1])
	in.checkText(text, "</script")
	in.scripts = append(in.scripts, policyHash(text))
	return "<script>" + text + "</script>"
}

// module moves a script with everything that it imports to the end of the page, where
// the elements that it uses exist.
func (in *inliner) module(tag string) string {
	text, err := in.bundle(strings.TrimPrefix(moduleTag.FindStringSubmatch(tag)[1], in.assets))
	if err != nil && in.err == nil {
		in.err = err
	}
	in.checkText(text, "</script")
	in.scripts = append(in.scripts, policyHash(text))
	in.blocks = append(in.blocks, `<script type="module">`+text+`</script>`)
	return ""
}

func (in *inliner) policyTag(string) string {
	policy := in.policy(strings.Join(in.scripts, " "), strings.Join(in.styles, " "))
	return `<meta http-equiv="Content-Security-Policy" content="` + policy + `">` + "\n"
}

// pagePolicy is the policy of the page of a network that is one file.
func pagePolicy(scripts, styles string) string {
	return `default-src 'none'; script-src ` + scripts + ` 'wasm-unsafe-eval'; style-src ` + styles + `; img-src data: blob:; base-uri 'none'; form-action 'none'`
}

// policyHash returns the name of an inline script or style in a policy.
func policyHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
