vcl 4.1;
backend origin { .host = "127.0.0.1"; .port = "@UPSTREAM@"; .connect_timeout = 1s; .first_byte_timeout = 5s; }
sub vcl_recv {
  if (req.url == "/generation") { return (synth(200, "@GENERATION@")); }
  if (req.http.X-Bypass) { return (pass); }
  unset req.http.Cookie;
}
sub vcl_backend_response {
  set beresp.grace = 10s;
  if (beresp.status == 404) { set beresp.ttl = 1s; set beresp.grace = 0s; }
  if (beresp.status >= 500) { set beresp.ttl = 0s; set beresp.uncacheable = true; }
  # faults: here
}
sub vcl_hit  { set req.http.x-cs = "hit"; if (obj.ttl <= 0s) { set req.http.x-cs = "hit-stale"; } }
sub vcl_miss { set req.http.x-cs = "fwd=uri-miss"; }
sub vcl_pass { set req.http.x-cs = "fwd=bypass"; }
sub vcl_synth { set resp.body = resp.reason; return (deliver); }
sub vcl_deliver {
  if (req.http.x-cs ~ "^hit") {
    set resp.http.X-Cache = "HIT";
    if (req.http.x-cs == "hit-stale") { set resp.http.X-Cache = "HIT-STALE"; }
    set req.http.x-cs = "hit; ttl=" + regsub(obj.ttl, "\..*", "");
  } elsif (req.http.x-cs == "fwd=bypass") { set resp.http.X-Cache = "PASS"; } else { set resp.http.X-Cache = "MISS"; }
  set resp.http.X-Cache-Hits = obj.hits;
  set resp.http.Cache-Status = "mid1; " + req.http.x-cs;
}
