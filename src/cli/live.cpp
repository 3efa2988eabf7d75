#include "cli/live.hpp"

#include <signal.h>
#include <spawn.h>

#include <chrono>
#include <future>
#include <memory>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <triptych/live.hpp>
#include <triptych/preview.hpp>

#include "cli/live_session.hpp"
#include "cli/live_table.hpp"
#include "cli/summary.hpp"

extern char** environ;
/// Of jemalloc, where the program has it.
extern "C" int mallctl(const char* name, void* old, std::size_t* old_size, void* now,
                       std::size_t size) __attribute__((weak));

namespace triptych::cli {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

/// Builds take and free the same memory again and again: asking the system for it each time takes a
/// tenth of a build. Nothing where the allocator is another one.
void keep_freed_memory() {
    if (::mallctl == nullptr) return;
    ::ssize_t never = -1;
    for (const char* name : {"arenas.dirty_decay_ms", "arenas.muzzy_decay_ms",
                             "arena.4096.dirty_decay_ms", "arena.4096.muzzy_decay_ms"})
        ::mallctl(name, nullptr, nullptr, &never, sizeof never);
}

/// A moment of the book: all that its table points into.
struct Moment {
    std::shared_ptr<Session> session;
    std::unique_ptr<Preview> preview;
};

void open_browser(const std::string& address, Console& console) {
    std::string program = "xdg-open", word = address;
    char* const words[] = {program.data(), word.data(), nullptr};
    // Signals are kept from this program's threads, not from others'.
    posix_spawnattr_t attributes;
    sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t child = 0;
    const int fault = ::posix_spawnp(&child, program.c_str(), nullptr, &attributes, words, environ);
    ::posix_spawnattr_destroy(&attributes);
    if (fault != 0) console.note(say("no browser could be opened; open the address above"));
}

/// The server, in a thread of its own.
class Listener {
public:
    Listener(TriptychServe serve, LiveSite& site, const Arguments& arguments) : site_(site) {
        thread_ = std::thread([this, serve, &arguments] {
            const auto tell = [](void* self, int port) {
                static_cast<Listener*>(self)->port_.set_value(port);
            };
            if (!serve(&site_, arguments.host.c_str(), arguments.port, tell, this) &&
                !site_.stopped())
                site_.stop();
            ended_.set_value();
        });
    }
    ~Listener() {
        site_.stop();
        thread_.join();
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// 0 when it can't listen.
    int port() {
        auto port = port_.get_future();
        auto ended = ended_.get_future();
        while (port.wait_for(Milliseconds(5)) != std::future_status::ready)
            if (ended.wait_for(Milliseconds(0)) == std::future_status::ready &&
                port.wait_for(Milliseconds(0)) != std::future_status::ready)
                return 0;
        return port.get();
    }

private:
    LiveSite& site_;
    std::promise<int> port_;
    std::promise<void> ended_;
    std::thread thread_;
};

/// Looks at the book, puts what it shows into the site and says how long it took.
class Show {
public:
    Show(LiveSite& site, Console& console) : site_(site), console_(console) {}

    void now(const std::shared_ptr<Session>& session, const std::vector<std::string>& changed) {
        const auto begin = Clock::now();
        auto moment = std::make_shared<Moment>();
        moment->session = session;
        moment->preview = std::make_unique<Preview>(session->request, [&](const Preview& preview) {
            if (last_) show_ebook(preview, moment, changed);
        });
        console_.end_progress();
        Preview& preview = *moment->preview;
        if (preview.result().cancelled) return;
        preview.result().sources.call_files([&](std::string_view name) {
            return call_source(name, session->arguments, session->folders);
        });
        const auto took = std::chrono::duration_cast<Milliseconds>(Clock::now() - begin);
        const View view{preview,
                        session->folders.book_path,
                        session->folders.book.get(),
                        static_cast<std::size_t>(took.count()),
                        place_of(changed, *session, preview),
                        console_.language()};
        table_ = live_table(view, moment);
        site_.publish(table_, fmt::format("{{\"took\":{}}}", took.count()));
        // Kinds and places stand in the page.
        const std::string totals = totals_of(
            fold(preview.result().diagnostics, preview.result().judgement), console_.language());
        console_.note(last_ ? say("shown again in {} ms: {}", took.count(), totals)
                            : say("shown in {} ms: {}", took.count(), totals));
        last_ = std::move(moment);
    }

private:
    /// The chapter that is being written, before pages and slides are set.
    void show_ebook(const Preview& preview, const std::shared_ptr<Moment>& moment,
                    const std::vector<std::string>& changed) {
        put_ebook(preview, moment, table_);
        const auto document = place_of(changed, *moment->session, preview).document;
        if (!document) return;
        site_.publish(table_, fmt::format("{{\"chapter\":\"ebook/{}\"}}",
                                          preview.documents()[*document].path));
    }
    Place place_of(const std::vector<std::string>& changed, const Session& session,
                   const Preview& preview) const {
        if (!last_) return {};
        return changed_place(*last_->preview, preview, session.folders.book_path, changed);
    }

    LiveSite& site_;
    Console& console_;
    std::shared_ptr<Moment> last_;
    LiveSite::Table table_;
};

}  // namespace

int run_watch(const Arguments& arguments, Console& console, const std::function<Parsed()>& again,
              const std::function<Built(const Session&)>& build) {
    const Interruption interruption;
    const Sessions sessions(again, interruption, console);
    auto session = sessions.open(arguments);
    if (!session) return 2;
    keep_freed_memory();
    BookWatch watch(*session, console);
    watch.say_how();
    int code = 0;
    const auto build_now = [&] {
        const Built built = build(*session);
        if (interruption.has_come()) return;
        code = built.code;
        watch.leave_out(built.names);
    };
    build_now();
    if (!interruption.has_come()) console.note(say("waiting for changes; Ctrl+C ends"));
    while (!interruption.has_come()) {
        const auto changed = watch.wait();
        if (changed.empty()) continue;
        auto next = sessions.after(changed, session);
        if (!next) continue;
        session = std::move(next);
        build_now();
    }
    return code;
}

int run_serve(const Arguments& arguments, Console& console, const std::function<Parsed()>& again) {
    const Interruption interruption;
    const TriptychServe serve = find_server(module_folders());
    if (!serve) {
        console.error(say("the server triptych-serve.so can't be loaded"),
                      say("it lies beside the program, or else a library that it needs is missing "
                          "(libcpp-httplib)"));
        return 2;
    }
    const Sessions sessions(again, interruption, console);
    auto session = sessions.open(arguments);
    if (!session) return 2;
    const std::string token = random_token();
    if (token.empty()) return 2;
    LiveSite site(token, arguments.allowed_hosts);
    Listener listener(serve, site, arguments);
    const int port = listener.port();
    if (port == 0) {
        console.error(say("nothing can listen on {}:{}", arguments.host, arguments.port),
                      say("leave --port out for one that is free"));
        return 2;
    }
    BookWatch watch(*session, console);
    keep_freed_memory();
    Show show(site, console);
    show.now(session, {});
    if (interruption.has_come()) return 0;
    watch.say_how();
    const bool here = arguments.host == "127.0.0.1" || arguments.host == "localhost";
    if (!here)
        console.note(say("other computers can reach this; who has the address sees the book"));
    const std::string address =
        fmt::format("http://{}:{}/{}/", here ? "127.0.0.1" : arguments.host, port, token);
    console.text(address + '\n');
    console.note(say("open this address in a browser; Ctrl+C ends it"));
    if (arguments.open_browser) open_browser(address, console);
    while (!interruption.has_come() && !site.stopped()) {
        const auto changed = watch.wait();
        if (changed.empty()) continue;
        auto next = sessions.after(changed, session);
        if (!next) continue;
        session = std::move(next);
        show.now(session, changed);
    }
    return 0;
}

}  // namespace triptych::cli
