Creator "someone v1"
Version 2
comment "c1"
graph [
  directed 1
  multigraph 1
  name "v2 net"
  stamp "v3"
  weather [ rain "v4" ]
  graphics [ zoom 3 ]
  node [
    id 1
    label "Anna &amp; Co"
    kind "person"
    summary "v6"
    tags "_networkx_list_start"
    tags "v7"
    tags "v8"
    age 0071
    share +.50
    inner [ deep [ deeper "v10" ] flat "v11" ]
    graphics [ x 1.5 y 2.5 fill "#aabbcc" ]
  ]
  node [ id 2 label "Cargo" url "https://v12.example" gid 1 isGroup 1 ]
  edge [
    id 7
    source 1
    target 2
    key 0
    label "pays v13"
    weight 3.5
    since "1953"
    graphics [ width 2 arrow "last" ]
  ]
  edge [ source 2 target 1 value 4 directed 0 ]
]
