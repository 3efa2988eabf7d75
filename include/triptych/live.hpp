#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A book that is looked at while it is written: what a browser is shown of it, and who may see it.
namespace triptych {

/// A change that pages in browsers are told of.
struct LiveEvent {
    std::uint64_t number = 0;  ///< counts up from 1
    std::string data;          ///< JSON, on one line
};

/// What a small server hands out: a table of names, made by the program. No name is ever looked up
/// on disk. Safe to use from several threads.
class LiveSite {
public:
    /// Whose content a part is: pages of the program run its own script; those of the book run none
    /// but the one that they know by its hash.
    enum class Origin : std::uint8_t { program, ebook, deck };
    struct Part {
        std::string type;  ///< of the media
        std::function<std::string()> bytes;
        Origin origin{};
    };
    using Table = std::map<std::string, Part, std::less<>>;

    /// What a browser asks, as far as it matters; absent headers are empty.
    struct Question {
        std::string method, path, host, origin, fetch_site;
    };
    struct Answer {
        int status = 200;
        std::string type, body;
        std::vector<std::pair<std::string, std::string>> headers;
        bool events = false;  ///< a stream of `next_event` instead of the body
    };

    /// All paths begin with `/token/`. `hosts`, as they are, may stand in `Host` beside those of
    /// this computer.
    LiveSite(std::string token, std::vector<std::string> hosts);

    /// This computer is known by its local names with this port; before that, by none.
    void listens_on(unsigned port);
    /// Replaces the table and tells of it.
    void publish(Table table, std::string event);
    Answer answer(const Question& question) const;
    /// The newest event if its number is above `last`; waits for one.
    std::optional<LiveEvent> next_event(std::uint64_t last,
                                        std::chrono::milliseconds at_most) const;
    /// Ends all waiting, for good.
    void stop();
    bool stopped() const;
    /// False when as many streams are open as may be; else `close_stream` gives the place back.
    bool open_stream();
    void close_stream();

private:
    bool is_known_host(std::string_view host) const;

    const std::string token_;
    std::vector<std::string> hosts_;
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::shared_ptr<const Table> table_ = std::make_shared<Table>();
    LiveEvent event_;
    bool stopped_ = false;
    unsigned streams_ = 0;
};

/// The program's own page with its look and script; it asks for `state.json`, `events`,
/// `pages/N.png`, `slides.html` and the files of the e-book in `ebook/`.
LiveSite::Table live_page();

/// 128 bits that nobody can guess, in hexadecimal digits; "" when the system gives none.
std::string random_token();

/// Folders and all below them, watched for changes.
class FolderWatch {
public:
    /// What is in `left_out` (files, and folders with all in them), hidden folders other than
    /// `.gitbook`, and what editors leave beside a file that they write, are no change.
    FolderWatch(std::vector<std::string> folders, std::vector<std::string> left_out);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    /// Paths of what has changed, once nothing has for some milliseconds; empty when nothing did
    /// for so long. A folder that is removed, moved or made anew has changed itself.
    std::vector<std::string> wait(std::chrono::milliseconds at_most);
    /// Leaves out these instead, from the changes that the next `wait` tells of on.
    void leave_out(std::vector<std::string> paths);
    /// The system can't tell of all changes: files are looked at twice a second.
    bool looks() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace triptych

/// What the module `triptych-serve.so` exports: it listens on `host` and `port` (0: any that is
/// free), calls `listening` with the port, and answers from `site` until that is stopped. False
/// when it can't listen. A module of its own, since a build must not load a server.
extern "C" {
using TriptychServe = bool (*)(triptych::LiveSite* site, const char* host, int port,
                               void (*listening)(void* state, int port), void* state);
}

namespace triptych {

/// Null when the module, or a library that it needs, is in none of the folders.
TriptychServe find_server(const std::vector<std::string>& module_folders);

}  // namespace triptych
