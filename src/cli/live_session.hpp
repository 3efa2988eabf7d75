#pragma once

#include <signal.h>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include <triptych/live.hpp>

#include "cli/live.hpp"

/// What `serve` and `watch` go on with until they are interrupted.
namespace triptych::cli {

/// Signals that end the program, kept from all threads but one that waits for them. The first ends
/// the build that is under way, too; a second one ends the program at once.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    bool has_come() const { return stop_.stop_requested(); }
    std::stop_token token() const { return stop_.get_token(); }

private:
    ::sigset_t set_{};
    std::stop_source stop_;
    std::atomic<bool> over_ = false;
    std::thread thread_;
};

/// Opens the book, and opens it again when its settings have changed.
class Sessions {
public:
    /// `again` reads the arguments anew, since the book may give other defaults.
    Sessions(std::function<Parsed()> again, const Interruption& interruption, Console& console);

    /// Null, and an error is told, when the folders can't be opened.
    std::shared_ptr<Session> open(const Arguments& arguments) const;
    /// The one to go on with once something has changed: the same for text, else one with the
    /// settings as they are now. Null, and it is told, when these can't be understood or opened.
    std::shared_ptr<Session> after(const std::vector<std::string>& changed,
                                   std::shared_ptr<Session> session) const;

private:
    const std::function<Parsed()> again_;
    const Interruption& interruption_;
    Console& console_;
    const std::string here_;  ///< the working folder, which may be removed and made anew
};

/// The folders of a book, watched, with what is to be said of that.
class BookWatch {
public:
    BookWatch(const Session& session, Console& console);

    /// Paths of what has changed; empty when nothing has for a moment.
    std::vector<std::string> wait();
    /// A build has written files of these names: they are no change.
    void leave_out(const std::vector<std::string>& names);
    /// Says, once, when not all changes are told of: a folder made later may be one too many.
    void say_how();

private:
    std::vector<std::string> left_out(const std::vector<std::string>& names) const;

    const std::vector<std::string> folders_;
    const std::string output_;
    FolderWatch watch_;
    Console& console_;
    bool said_ = false;
};

}  // namespace triptych::cli
