Creator	"yFiles"
Version	"2.18"
graph
[
	hierarchic	1
	label	""
	directed	1
	node
	[
		id	0
		label	"Anna"
		graphics
		[
			x	42.0
			y	17.0
			w	30.0
			h	30.0
			type	"rectangle"
			fill	"#FFCC00"
		]
		LabelGraphics
		[
			text	"Anna"
			fontSize	12
		]
	]
	node
	[
		id	1
		graphics
		[
			x	120.0
			y	17.0
		]
		LabelGraphics
		[
			text	"Port Ltd"
		]
	]
	node
	[
		id	2
		label	"The clerk"
	]
	edge
	[
		source	0
		target	1
		label	"owns"
		graphics
		[
			fill	"#000000"
			targetArrow	"standard"
		]
		LabelGraphics
		[
			text	"owns"
		]
	]
	edge
	[
		source	0
		target	2
		label	"is married to"
		graphics
		[
			fill	"#000000"
		]
	]
	edge
	[
		source	1
		target	2
		label	"is paid by"
		graphics
		[
			sourceArrow	"standard"
		]
	]
]
