package io.rungwatch.simulator.server;

import io.rungwatch.simulator.fault.BadFault;
import io.rungwatch.simulator.fault.Fault;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;

/** Switches faults: GET, POST and DELETE on `/faults`, and a page of help. */
record AdminHandler(Switchboard switchboard, Supplier<String> help) implements Handler<HttpServerRequest> {
    private static final int LONGEST_BODY = 4096;
    private static final String FAULTS = "/faults";

    @Override
    public void handle(HttpServerRequest request) {
        String path = request.path() == null ? "" : request.path();
        HttpMethod method = request.method();
        if (path.equals("/") && method.equals(HttpMethod.GET)) {
            text(request, 200, help.get());
        } else if (path.equals(FAULTS) && method.equals(HttpMethod.GET)) {
            json(request, 200, list());
        } else if (path.equals(FAULTS) && method.equals(HttpMethod.POST)) {
            receive(request);
        } else if (path.startsWith(FAULTS + "/") && method.equals(HttpMethod.DELETE)) {
            remove(request, path.substring(FAULTS.length() + 1));
        } else {
            boolean known = path.equals("/") || path.equals(FAULTS) || path.startsWith(FAULTS + "/");
            text(request, known ? 405 : 404, "GET / lists what there is\n");
        }
    }

    private void receive(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() <= LONGEST_BODY) {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(gone -> {});
        request.endHandler(end -> {
            if (body.length() > LONGEST_BODY) {
                json(request, 413, error("a fault is one line"));
            } else {
                add(request, body.toString());
            }
        });
    }

    private void add(HttpServerRequest request, String line) {
        try {
            json(request, 201, describe(switchboard.add(line)));
        } catch (BadFault e) {
            json(request, 400, error(e.getMessage() == null ? "" : e.getMessage()));
        } catch (RuntimeException e) {
            json(request, 400, error("not understood: " + e));
        }
    }

    private void remove(HttpServerRequest request, String id) {
        if (switchboard.remove(id)) {
            request.response().setStatusCode(204).end();
        } else {
            json(request, 404, error("no fault has the id " + id));
        }
    }

    private JsonObject list() {
        JsonArray faults = new JsonArray();
        switchboard.simulator().faults().faults().forEach(fault -> faults.add(describe(fault)));
        return new JsonObject().put("faults", faults);
    }

    private static JsonObject describe(Fault fault) {
        return new JsonObject()
                .put("id", fault.id())
                .put("kind", fault.kind().word())
                .put("channel", fault.channel())
                .put("rendition", fault.rendition())
                .put("layer", fault.layer())
                .put("from", fault.from().toString())
                .put("summary", fault.kind().summary())
                .put("line", fault.toString());
    }

    private static JsonObject error(String message) {
        return new JsonObject().put("error", message);
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.encodePrettily() + "\n");
    }

    private static void text(HttpServerRequest request, int status, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(body);
    }
}
