package publish

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"proxynet/web"
	"proxynet/web/site"
)

// SingleScript returns a script of the sources, named by its path, with all that it
// imports, as one script for a page that loads no others.
func SingleScript(sources map[string][]byte, entry string) (string, error) {
	b := bundler{sources: sources, whole: true}
	return b.bundle(entry, api.FormatESModule)
}

// entry is a script or style of a site that pages load by its address. Nothing that
// two scripts of one page import may have state, since each has a copy.
type entry struct {
	name   string
	format api.Format
	later  []string // entries that it imports when they are needed
}

var entries = []entry{
	{name: "page/preload.js", format: api.FormatIIFE},
	{name: "page/app.js", format: api.FormatESModule, later: []string{"viewer/viewer.js"}},
	{name: "viewer/viewer.js", format: api.FormatESModule, later: []string{"viewer/refine.js"}},
	{name: "viewer/refine.js", format: api.FormatESModule},
	{name: "viewer/layoutworker.js", format: api.FormatESModule},
	{name: "ask/questionworker.js", format: api.FormatESModule},
	{name: "embed/element.js", format: api.FormatESModule, later: []string{"embed/reading.js", "embed/passages.js"}},
	{name: "embed/reading.js", format: api.FormatESModule},
	{name: "embed/passages.js", format: api.FormatESModule},
	{name: "poster.css"},
	{name: "page/styles.css"},
	{name: "evidence/evidence.css"},
	{name: "collection/collection.css"},
}

// asIs are the files of a site that are not bundled.
var asIs = []string{"wasm_exec.js", "embed/loader.js"}

// Scripts returns the scripts and styles of a site by their paths, as it serves them:
// each with all that it imports, without white space and comments. They come without
// source maps, which would be larger than all the rest of a small site.
func Scripts(exec []byte) (map[string][]byte, error) {
	sources, err := site.Sources(exec)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, e := range entries {
		b := bundler{sources: sources, later: e.later}
		text, err := b.bundle(e.name, e.format)
		if err != nil {
			return nil, err
		}
		files[e.name] = []byte(text)
	}
	for _, name := range asIs {
		files[name] = sources[name]
	}
	return files, nil
}

// bundler makes one file of a script or style and all that it imports.
type bundler struct {
	sources map[string][]byte
	later   []string // scripts that stay files of their own
	whole   bool     // the page loads no other file
}

// instead maps scripts to their replacements in a page that is one file.
var instead = map[string]string{"viewer/load.js": "single/load.js", "viewer/refine.js": "single/refine.js", "ask/startworker.js": "single/startworker.js", "desk/loadbytes.js": "single/loadbytes.js"}

// ownAddress finds a file that a script names by its path from its own address. In a
// bundle that is the address of the entry, so both must be in folders at the root.
var ownAddress = regexp.MustCompile(`new URL\('(\.\.?/[^']+)', import\.meta\.url\)`)

func (b *bundler) read(name string) (string, error) {
	data, ok := b.sources[name]
	if strings.HasPrefix(name, "single/") {
		var err error
		if data, err = web.SingleAssets.ReadFile(name); err != nil {
			return "", err
		}
	} else if !ok {
		return "", fmt.Errorf("there is no %s", name)
	}
	text := string(data)
	if path.Ext(name) != ".js" {
		return text, nil
	}
	if b.whole {
		text = strings.ReplaceAll(text, "import(new URL('../wasm_exec.js', import.meta.url).href)", "import('../wasm_exec.js')")
		if strings.Contains(text, "import.meta.url") {
			return "", fmt.Errorf("%s loads a file by its address, which does not work in a single file", name)
		}
		return text, nil
	}
	return ownAddress.ReplaceAllStringFunc(text, func(match string) string {
		to := path.Join(path.Dir(name), ownAddress.FindStringSubmatch(match)[1])
		return "new URL('../" + to + "', import.meta.url)"
	}), nil
}

// bundle returns the bundle of a script or style.
func (b *bundler) bundle(entry string, format api.Format) (string, error) {
	result := api.Build(b.options(entry, format))
	var errs []error
	for _, m := range result.Errors {
		errs = append(errs, fmt.Errorf("%s: %s", entry, m.Text))
	}
	if errs != nil {
		return "", errors.Join(errs...)
	}
	return string(result.OutputFiles[0].Contents), nil
}

// options returns the options with which esbuild bundles a script or style.
func (b *bundler) options(entry string, format api.Format) api.BuildOptions {
	const space = "sources"
	return api.BuildOptions{
		EntryPoints:       []string{entry},
		Bundle:            true,
		Format:            format,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		LogLevel:          api.LogLevelSilent,
		Plugins: []api.Plugin{{Name: space, Setup: func(p api.PluginBuild) {
			p.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
				if a.Kind == api.ResolveCSSURLToken {
					return api.OnResolveResult{Path: a.Path, External: true}, nil
				}
				name := path.Join(path.Dir(a.Importer), a.Path)
				if a.Importer == "" {
					name = a.Path
				}
				if a.Kind == api.ResolveJSDynamicImport && slices.Contains(b.later, name) {
					return api.OnResolveResult{Path: "../" + name, External: true}, nil
				}
				if other, ok := instead[name]; ok && b.whole {
					name = other
				}
				return api.OnResolveResult{Path: name, Namespace: space}, nil
			})
			p.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
				text, err := b.read(a.Path)
				loader := api.LoaderJS
				if path.Ext(a.Path) == ".css" {
					loader = api.LoaderCSS
				}
				return api.OnLoadResult{Contents: &text, Loader: loader}, err
			})
		}}},
	}
}
