import puppeteer from 'puppeteer-core';
const b=await puppeteer.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--use-angle=swiftshader','--enable-unsafe-swiftshader']});
for (const url of process.argv.slice(2)) {
const p=await b.newPage();await p.setViewport({width:1280,height:800});
await p.goto(url);p.setDefaultTimeout(90000);
await p.waitForFunction(()=>window.proxynet);await p.evaluate(()=>window.proxynet.ready);
await new Promise(r=>setTimeout(r,4000));
for(const id of ['qaani','axis','quds-force','us']){
 const at=await p.evaluate((id)=>window.proxynet.positions()[id],id); if(!at){console.log(id,'none');continue;}
 const {x,y}=at;
 await p.tracing.start({categories:['devtools.timeline','-*']});
 await p.mouse.move(x,y);await p.mouse.down();
 for(let i=1;i<=60;i++){await p.mouse.move(x+50*Math.sin(i/14),y+35*Math.sin(i/9));await new Promise(r=>setTimeout(r,16));}
 await p.mouse.up();
 const t=JSON.parse(Buffer.from(await p.tracing.stop()).toString());
 const s=t.traceEvents.filter(e=>e.name==='FireAnimationFrame'&&e.tdur>300).map(e=>e.tdur/1000).sort((a,c)=>a-c); const q=f=>s[Math.floor(f*(s.length-1))]?.toFixed(1);
 console.log(url,id,'frames',s.length,'thread ms median',q(.5),'p95',q(.95),'max',q(1));
 await new Promise(r=>setTimeout(r,1500));
}
await p.close();
}
await b.close();
