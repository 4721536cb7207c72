Creator "proxynet"
Version 1
graph [
  directed 1
  multigraph 1
  id "ostrand"
  title "Who runs the harbour of Ostrand"
  summary "A town council, a harbour board, a shipyard and a guild."
  lang "en"
  sources "[{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}}]"
  speakers "[{&quot;id&quot;:&quot;text&quot;,&quot;label&quot;:&quot;The article&quot;,&quot;kind&quot;:&quot;article&quot;},{&quot;id&quot;:&quot;ida&quot;,&quot;label&quot;:&quot;Ida Brandt&quot;,&quot;kind&quot;:&quot;named&quot;,&quot;role&quot;:&quot;runs the yard&quot;,&quot;node&quot;:&quot;yard&quot;,&quot;passages&quot;:[&quot;q-lend&quot;]},{&quot;id&quot;:&quot;pilot&quot;,&quot;label&quot;:&quot;A pilot&quot;,&quot;kind&quot;:&quot;unnamed&quot;}]"
  passages "[{&quot;id&quot;:&quot;q-answers&quot;,&quot;source&quot;:&quot;gazette&quot;,&quot;paragraph&quot;:2,&quot;selector&quot;:{&quot;exact&quot;:&quot;the harbour board of Ostrand has answered to the town council&quot;},&quot;speaker&quot;:&quot;text&quot;,&quot;manner&quot;:&quot;own&quot;},{&quot;id&quot;:&quot;q-orders&quot;,&quot;source&quot;:&quot;gazette&quot;,&quot;paragraph&quot;:2,&quot;selector&quot;:{&quot;exact&quot;:&quot;taken its orders, quietly, from the Brandt shipyard&quot;},&quot;speaker&quot;:&quot;text&quot;,&quot;manner&quot;:&quot;own&quot;},{&quot;id&quot;:&quot;q-lend&quot;,&quot;source&quot;:&quot;gazette&quot;,&quot;paragraph&quot;:3,&quot;selector&quot;:{&quot;exact&quot;:&quot;We lend them money&quot;},&quot;speaker&quot;:&quot;ida&quot;,&quot;manner&quot;:&quot;quoted&quot;},{&quot;id&quot;:&quot;q-council&quot;,&quot;source&quot;:&quot;gazette&quot;,&quot;paragraph&quot;:3,&quot;selector&quot;:{&quot;exact&quot;:&quot;lends money too&quot;,&quot;prefix&quot;:&quot;The council &quot;},&quot;speaker&quot;:&quot;text&quot;,&quot;manner&quot;:&quot;own&quot;},{&quot;id&quot;:&quot;q-guild&quot;,&quot;source&quot;:&quot;gazette&quot;,&quot;paragraph&quot;:4,&quot;selector&quot;:{&quot;exact&quot;:&quot;The pilots&#8217; guild opposes the board&quot;},&quot;speaker&quot;:&quot;text&quot;,&quot;manner&quot;:&quot;own&quot;},{&quot;id&quot;:&quot;q-dredge&quot;,&quot;source&quot;:&quot;gazette&quot;,&quot;paragraph&quot;:4,&quot;selector&quot;:{&quot;exact&quot;:&quot;They dredge where they please&quot;},&quot;speaker&quot;:&quot;pilot&quot;,&quot;manner&quot;:&quot;quoted&quot;},{&quot;id&quot;:&quot;q-buoy&quot;,&quot;source&quot;:&quot;gazette&quot;,&quot;paragraph&quot;:4,&quot;selector&quot;:{&quot;exact&quot;:&quot;the guild sank the board&#8217;s oldest buoy in 2021&quot;},&quot;speaker&quot;:&quot;text&quot;,&quot;manner&quot;:&quot;own&quot;,&quot;via&quot;:&quot;pilot&quot;}]"
  events "[{&quot;id&quot;:&quot;sinking&quot;,&quot;label&quot;:&quot;The buoy is sunk&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2021&quot;,&quot;earliest&quot;:&quot;2021-01-01&quot;,&quot;latest&quot;:&quot;2021-12-31&quot;},&quot;status&quot;:&quot;stated&quot;,&quot;summary&quot;:&quot;The guild sinks the board&#8217;s oldest buoy.&quot;,&quot;participants&quot;:[{&quot;node&quot;:&quot;guild&quot;,&quot;role&quot;:&quot;sank it&quot;},{&quot;node&quot;:&quot;board&quot;,&quot;role&quot;:&quot;owned it&quot;}],&quot;passages&quot;:[&quot;q-buoy&quot;]}]"
  story "[{&quot;id&quot;:&quot;orders&quot;,&quot;title&quot;:&quot;Who gives orders&quot;,&quot;text&quot;:&quot;The council stands above the board, and the yard gives it orders.&quot;,&quot;passages&quot;:[&quot;q-answers&quot;,&quot;q-orders&quot;],&quot;state&quot;:{&quot;select&quot;:&quot;council-board&quot;,&quot;hide&quot;:[&quot;relation.opposition&quot;,&quot;speaker.pilot&quot;,&quot;source.gazette&quot;],&quot;light&quot;:[&quot;yard-board&quot;,&quot;board&quot;],&quot;near&quot;:[&quot;yard&quot;,&quot;board&quot;]}},{&quot;id&quot;:&quot;questions&quot;,&quot;title&quot;:&quot;Who pays&quot;,&quot;text&quot;:&quot;The yard says that it does.&quot;,&quot;passages&quot;:[&quot;q-lend&quot;],&quot;state&quot;:{&quot;focus&quot;:&quot;board&quot;,&quot;asOf&quot;:&quot;2021-05&quot;,&quot;remove&quot;:[&quot;yard&quot;,&quot;guild-board&quot;],&quot;chain&quot;:{&quot;from&quot;:&quot;yard&quot;,&quot;to&quot;:&quot;board&quot;},&quot;size&quot;:&quot;degree&quot;}}]"
  node [
    id 0
    label "The council"
    name "council"
    kind "state"
    summary "Ostrand&#8217;s."
    aliases "[&quot;the town council&quot;]"
    root "true"
    passages "[{&quot;id&quot;:&quot;q-answers&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:2,&quot;exact&quot;:&quot;the harbour board of Ostrand has answered to the town council&quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;text&quot;,&quot;label&quot;:&quot;The article&quot;,&quot;kind&quot;:&quot;article&quot;},&quot;manner&quot;:&quot;own&quot;}]"
  ]
  node [
    id 1
    label "The harbour board"
    name "board"
    kind "force"
    summary "Runs the harbour."
    passages "[{&quot;id&quot;:&quot;q-answers&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:2,&quot;exact&quot;:&quot;the harbour board of Ostrand has answered to the town council&quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;text&quot;,&quot;label&quot;:&quot;The article&quot;,&quot;kind&quot;:&quot;article&quot;},&quot;manner&quot;:&quot;own&quot;},{&quot;id&quot;:&quot;q-dredge&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:4,&quot;exact&quot;:&quot;They dredge where they please&quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;pilot&quot;,&quot;label&quot;:&quot;A pilot&quot;,&quot;kind&quot;:&quot;unnamed&quot;},&quot;manner&quot;:&quot;quoted&quot;}]"
  ]
  node [
    id 2
    label "Brandt shipyard"
    name "yard"
    kind "group"
    summary "Builds ships."
    names "{&quot;fa&quot;:&quot;&#1705;&#1588;&#1578;&#1740;&#8204;&#1587;&#1575;&#1586;&#1740; &#1576;&#1585;&#1575;&#1606;&#1578;&quot;}"
    passages "[{&quot;id&quot;:&quot;q-orders&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:2,&quot;exact&quot;:&quot;taken its orders, quietly, from the Brandt shipyard&quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;text&quot;,&quot;label&quot;:&quot;The article&quot;,&quot;kind&quot;:&quot;article&quot;},&quot;manner&quot;:&quot;own&quot;}]"
  ]
  node [
    id 3
    label "The pilots&#8217; guild"
    name "guild"
    kind "group"
    summary "Of pilots."
    passages "[{&quot;id&quot;:&quot;q-guild&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:4,&quot;exact&quot;:&quot;The pilots&#8217; guild opposes the board&quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;text&quot;,&quot;label&quot;:&quot;The article&quot;,&quot;kind&quot;:&quot;article&quot;},&quot;manner&quot;:&quot;own&quot;}]"
  ]
  node [
    id 4
    label "A buoy"
    name "buoy"
    kind "target"
    summary "The board&#8217;s oldest."
    passages "[{&quot;id&quot;:&quot;q-buoy&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:4,&quot;exact&quot;:&quot;the guild sank the board&#8217;s oldest buoy in 2021&quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;text&quot;,&quot;label&quot;:&quot;The article&quot;,&quot;kind&quot;:&quot;article&quot;},&quot;manner&quot;:&quot;own&quot;,&quot;via&quot;:{&quot;id&quot;:&quot;pilot&quot;,&quot;label&quot;:&quot;A pilot&quot;,&quot;kind&quot;:&quot;unnamed&quot;}}]"
  ]
  edge [
    source 0
    target 1
    id "council-board"
    key "council-board"
    label "commands"
    kind "command"
    status "stated"
    period "2016/.."
    passages "[{&quot;id&quot;:&quot;q-answers&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:2,&quot;exact&quot;:&quot;the harbour board of Ostrand has answered to the town council&quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;text&quot;,&quot;label&quot;:&quot;The article&quot;,&quot;kind&quot;:&quot;article&quot;},&quot;manner&quot;:&quot;own&quot;}]"
  ]
  edge [
    source 2
    target 1
    id "yard-board"
    key "yard-board"
    label "gives orders to"
    kind "direction"
    status "implied"
    period "2019-21/.."
    period_words "Since the spring of 2019"
    inference "The board takes orders from the yard, so the yard gives them."
    passages "[{&quot;id&quot;:&quot;q-orders&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:2,&quot;exact&quot;:&quot;taken its orders, quietly, from the Brandt shipyard&quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;text&quot;,&quot;label&quot;:&quot;The article&quot;,&quot;kind&quot;:&quot;article&quot;},&quot;manner&quot;:&quot;own&quot;}]"
  ]
  edge [
    source 2
    target 1
    id "yard-money"
    key "yard-money"
    label "lends money to"
    kind "money"
    status "attributed"
    period "2019-21/.."
    period_words "Since the spring of 2019"
    passages "[{&quot;id&quot;:&quot;q-lend&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:3,&quot;exact&quot;:&quot;We lend them money&quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;ida&quot;,&quot;label&quot;:&quot;Ida Brandt&quot;,&quot;kind&quot;:&quot;named&quot;,&quot;role&quot;:&quot;runs the yard&quot;,&quot;node&quot;:&quot;yard&quot;,&quot;passages&quot;:[&quot;q-lend&quot;]},&quot;manner&quot;:&quot;quoted&quot;}]"
  ]
  edge [
    source 0
    target 1
    id "council-money"
    key "council-money"
    label "lends money to"
    kind "money"
    status "stated"
    open "true"
    passages "[{&quot;id&quot;:&quot;q-council&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:3,&quot;exact&quot;:&quot;lends money too&quot;,&quot;prefix&quot;:&quot;The council &quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;text&quot;,&quot;label&quot;:&quot;The article&quot;,&quot;kind&quot;:&quot;article&quot;},&quot;manner&quot;:&quot;own&quot;}]"
  ]
  edge [
    source 3
    target 1
    id "guild-board"
    key "guild-board"
    label "opposes"
    kind "opposition"
    status "stated"
    passages "[{&quot;id&quot;:&quot;q-guild&quot;,&quot;source&quot;:{&quot;id&quot;:&quot;gazette&quot;,&quot;title&quot;:&quot;The dredger nobody ordered&quot;,&quot;author&quot;:&quot;T. Holm&quot;,&quot;publisher&quot;:&quot;The Ostrand Gazette&quot;,&quot;url&quot;:&quot;https://gazette.example/dredger&quot;,&quot;lang&quot;:&quot;en&quot;,&quot;date&quot;:{&quot;edtf&quot;:&quot;2022~&quot;,&quot;earliest&quot;:&quot;2022-01-01&quot;,&quot;latest&quot;:&quot;2022-12-31&quot;,&quot;resolved&quot;:true,&quot;note&quot;:&quot;The year after the buoy was sunk.&quot;}},&quot;paragraph&quot;:4,&quot;exact&quot;:&quot;The pilots&#8217; guild opposes the board&quot;,&quot;speaker&quot;:{&quot;id&quot;:&quot;text&quot;,&quot;label&quot;:&quot;The article&quot;,&quot;kind&quot;:&quot;article&quot;},&quot;manner&quot;:&quot;own&quot;}]"
  ]
]
