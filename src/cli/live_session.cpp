#include "cli/live_session.hpp"

#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/folders.hpp"
#include "cli/request.hpp"

namespace triptych::cli {
namespace {

namespace fs = std::filesystem;

/// How long a signal may wait for its answer.
constexpr std::chrono::milliseconds patience{150};

std::string absolute(const std::string& path) {
    std::error_code error;
    return fs::weakly_canonical(path, error).string();
}

std::string working_folder() {
    std::error_code error;
    return fs::current_path(error).string();
}

/// What the book is made of: its folder, and layouts and templates from elsewhere.
std::vector<std::string> folders_of(const Session& session) {
    std::vector<std::string> all = {session.folders.book_path};
    if (!session.folders.layout_path.empty()) all.push_back(session.folders.layout_path);
    if (session.arguments.slides_template)
        all.push_back(
            fs::path(absolute(*session.arguments.slides_template)).parent_path().string());
    return all;
}

/// Pages of text only: whatever else has changed may be a font, a picture or the settings.
bool is_text_only(const std::vector<std::string>& changed) {
    return std::all_of(changed.begin(), changed.end(),
                       [](const std::string& path) { return path.ends_with(".md"); });
}

}  // namespace

Interruption::Interruption() {
    ::sigemptyset(&set_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&set_, signal);
    ::pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    thread_ = std::thread([this] {
        int signal = 0;
        while (::sigwait(&set_, &signal) == 0 && !over_)
            if (!stop_.request_stop()) ::_exit(128 + signal);
    });
}

Interruption::~Interruption() {
    over_ = true;
    ::pthread_kill(thread_.native_handle(), SIGTERM);
    thread_.join();
}

Sessions::Sessions(std::function<Parsed()> again, const Interruption& interruption,
                   Console& console)
    : again_(std::move(again)),
      interruption_(interruption),
      console_(console),
      here_(working_folder()) {}

std::shared_ptr<Session> Sessions::open(const Arguments& arguments) const {
    auto folders = open_folders(arguments, console_);
    if (!folders) return nullptr;
    auto session = std::make_shared<Session>();
    session->arguments = arguments;
    session->folders = *std::move(folders);
    session->request = make_request(session->arguments, session->folders, console_);
    session->request.memory = &session->memory;
    session->request.stop = interruption_.token();
    return session;
}

std::shared_ptr<Session> Sessions::after(const std::vector<std::string>& changed,
                                         std::shared_ptr<Session> session) const {
    if (is_text_only(changed)) return session;
    std::error_code error;
    fs::current_path(here_, error);
    const Parsed parsed = again_();
    return parsed.arguments ? open(*parsed.arguments) : nullptr;
}

BookWatch::BookWatch(const Session& session, Console& console)
    : folders_(folders_of(session)),
      output_(absolute(session.arguments.output_folder)),
      watch_(folders_, left_out({})),
      console_(console) {}

std::vector<std::string> BookWatch::wait() {
    auto changed = watch_.wait(patience);
    say_how();
    return changed;
}

void BookWatch::leave_out(const std::vector<std::string>& names) {
    watch_.leave_out(left_out(names));
}

void BookWatch::say_how() {
    if (watch_.looks() && !std::exchange(said_, true))
        console_.note(
            say("the system can't tell of all changes: files are looked at twice a second"));
}

/// The folder of the outputs; where parts of the book lie in that, its outputs alone.
std::vector<std::string> BookWatch::left_out(const std::vector<std::string>& names) const {
    const std::string output = output_.ends_with('/') ? output_ : output_ + '/';
    const auto lies_in_output = [&](const std::string& folder) {
        return (folder + '/').starts_with(output);
    };
    if (std::none_of(folders_.begin(), folders_.end(), lies_in_output)) return {output_};
    std::vector<std::string> files;
    files.reserve(names.size());
    for (const std::string& name : names) files.push_back(output + name.substr(0, name.find('/')));
    return files;
}

}  // namespace triptych::cli
