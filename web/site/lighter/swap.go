package lighter

const (
	// ebiten is the module that is made lighter,
	ebiten = "github.com/hajimehoshi/ebiten/v2"
	// and version the only one for which the swaps have been tried.
	version = "v2.10.0"
	// standIns is where the stand-ins are.
	standIns = "proxynet/web/site/lighter/"
)

// swap makes one file of Ebiten import a stand-in.
type swap struct {
	file    string // path in the module
	path    string // of the package that is no longer imported
	standIn string // the folder of ours that is
	sum     string // SHA-256 of the file as it was when this was tried
}

var swaps = []swap{
	{"internal/builtinshader/shader.go", "text/template", "template", "c37e473dfc068aa388ce180d730a56ba149aa1ae7ef1dab7939796a7a90e86a2"},
	{"internal/colormshader/shader.go", "text/template", "template", "64d3e7652dfab658e1035362d64d814c747fef693ac66f32684bddba7bc0ae32"},
	{"internal/debug/caller.go", "go/build", "build", "3399bb9882b1954d1e94569392ab06d695427b85c84af0c567ca2ffe7f9ffb02"},
	{"internal/thread/thread.go", "log/slog", "slog", "c4c8cc267764546102576d48f75456da3e84f9c32fadfc1a2537cf8e3d83c555"},
	{"internal/atlas/gpuresources.go", "log/slog", "slog", "3be72f1dddafff9a7454aef8e2dcfe7149f1f566618619976a57625cd94e8c10"},
	{"internal/graphicscommand/image_js.go", "archive/zip", "zip", "cc4b98f57f47ce6ae95cf42ee43337067834ce9f6810437b8a7af4ff69873359"},
	{"internal/graphicscommand/image.go", ebiten + "/internal/png", "png", "6b9bd9d670bcf338a5100db50ab7d2863c05ebdaa1d7b3c3df8e9f02a88015ff"},
	{"internal/legacyshader/convert.go", "go/printer", "printer", "ba0edd363441e00f173f50b91293d3bbe09b41abc82724bae6b47a118e68bc11"},
	{"internal/vmguest/vmguest.go", ebiten + "/internal/vmprotocol", "vmprotocol", "7da531ef7c0bc7f81ac04333a3bbf013f707e47189cb06665d77d7bc32fc6abe"},
	{"internal/shader/expr.go", "regexp", "regexp", "d709aeff7ae028eb5a0f54cdba06705d4fc11ad8596e2bf93c04ab00bd8c19f0"},
	{"internal/graphics/shader.go", "regexp", "regexp", "7edded0133e4f78df63dbdae9ef43105a7ba03143eafd5d264ed6d693a704918"},
	{"internal/shaderir/glsl/glsl.go", "regexp", "regexp", "5a43a0f1cc7042b4945783f5d332446ea9cddcd25d750b543aaeb3fe5c3d7928"},
}
