// triptych-serve.so: the site over HTTP/1.1. What may be seen and by whom is the site's to say.
#include <atomic>
#include <string>
#include <thread>

#include <httplib.h>
#include <triptych/live.hpp>

namespace {

using triptych::LiveSite;

/// How often an idle stream is written to, which is how a browser that has gone is noticed.
constexpr std::chrono::milliseconds beat{500};

bool send_next(const LiveSite& site, std::uint64_t& last, httplib::DataSink& sink) {
    if (site.stopped()) {
        sink.done();
        return true;
    }
    std::string text = ":\n\n";
    if (const auto event = site.next_event(last, beat)) {
        last = event->number;
        text = "id: " + std::to_string(last) + "\ndata: " + event->data + "\n\n";
    }
    return sink.write(text.data(), text.size());
}

/// Every stream knows what it has sent: a wait that took the newest would miss some.
void stream_events(LiveSite& site, const httplib::Request& request, httplib::Response& response) {
    if (!site.open_stream()) {
        response.status = 503;
        return;
    }
    std::uint64_t last = 0;
    const std::string seen = request.get_header_value("Last-Event-ID");
    if (!seen.empty() && seen.size() < 19 &&
        seen.find_first_not_of("0123456789") == std::string::npos)
        last = std::stoull(seen);
    response.set_chunked_content_provider(
        "text/event-stream",
        [&site, last](std::size_t, httplib::DataSink& sink) mutable {
            return send_next(site, last, sink);
        },
        [&site](bool) { site.close_stream(); });
}

void respond(LiveSite& site, const httplib::Request& request, httplib::Response& response) {
    const auto header = [&](const char* name) { return request.get_header_value(name); };
    LiveSite::Answer answer = site.answer(
        {request.method, request.path, header("Host"), header("Origin"), header("Sec-Fetch-Site")});
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers) response.set_header(name.c_str(), value);
    if (answer.events) return stream_events(site, request, response);
    response.set_content(std::move(answer.body), answer.type.c_str());
}

}  // namespace

extern "C" bool triptych_serve(LiveSite* site, const char* host, int port,
                               void (*listening)(void* state, int port), void* state) {
    httplib::Server server;
    // A stream holds a thread.
    server.new_task_queue = [] { return new httplib::ThreadPool(32); };
    // The library lets several programs of one user listen at the same port, each to some of what
    // is asked; but a port just given up is free.
    server.set_socket_options([](int socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.set_payload_max_length(1024);
    server.set_read_timeout(5);
    server.set_write_timeout(5);
    server.set_keep_alive_timeout(2);
    server.set_pre_routing_handler(
        [&](const httplib::Request& request, httplib::Response& response) {
            respond(*site, request, response);
            return httplib::Server::HandlerResponse::Handled;
        });
    if (port == 0)
        port = server.bind_to_any_port(host);
    else if (!server.bind_to_port(host, port))
        return false;
    if (port <= 0) return false;
    site->listens_on(static_cast<unsigned>(port));
    listening(state, port);
    std::thread stopper([&] {
        while (!site->stopped()) site->next_event(~std::uint64_t{0}, beat);
        server.stop();
    });
    const bool served = server.listen_after_bind();
    site->stop();
    stopper.join();
    return served;
}
