package lighter

var ShaderSources = shaderSources
