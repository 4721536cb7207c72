package publish

import (
	"fmt"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"proxynet/web"
	"proxynet/web/site"
)

// Bundle returns a script of the kit, named by its path from the folder of scripts,
// with all that it imports, as one script for a page that loads no others.
func Bundle(k *site.Kit, entry string) (string, error) { return bundle(k.Asset, entry) }

// bundle is [Bundle] for scripts that asset returns by their paths.
func bundle(asset func(name string) ([]byte, bool), entry string) (string, error) {
	const space = "kit"
	// In a page that is one file there is no other to ask for.
	instead := map[string]string{"viewer/load.js": "single/load.js", "viewer/refine.js": "single/refine.js", "desk/loadbytes.js": "single/loadbytes.js"}
	read := func(name string) (string, error) {
		data, ok := asset(name)
		if strings.HasPrefix(name, "single/") {
			var err error
			if data, err = web.SingleAssets.ReadFile(name); err != nil {
				return "", err
			}
		} else if !ok {
			return "", fmt.Errorf("there is no %s", name)
		}
		text := strings.ReplaceAll(string(data), "import(new URL('../wasm_exec.js', import.meta.url).href)", "import('../wasm_exec.js')")
		if strings.Contains(text, "import.meta.url") {
			return "", fmt.Errorf("%s loads a file by its address, which a single file has not", name)
		}
		return text, nil
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{entry},
		Bundle:            true,
		Format:            api.FormatESModule,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		LogLevel:          api.LogLevelSilent,
		Plugins: []api.Plugin{{Name: space, Setup: func(b api.PluginBuild) {
			b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
				name := path.Join(path.Dir(a.Importer), a.Path)
				if a.Importer == "" {
					name = a.Path
				}
				if other, ok := instead[name]; ok {
					name = other
				}
				return api.OnResolveResult{Path: name, Namespace: space}, nil
			})
			b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
				text, err := read(a.Path)
				return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, err
			})
		}}},
	})
	if len(result.Errors) > 0 {
		return "", fmt.Errorf("%s: %s", entry, result.Errors[0].Text)
	}
	return string(result.OutputFiles[0].Contents), nil
}
