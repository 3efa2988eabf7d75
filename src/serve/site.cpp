#include <triptych/live.hpp>

#include <sys/random.h>

#include <algorithm>

namespace triptych {
namespace {

constexpr unsigned most_streams = 8;

/// Compared to the end, whatever differs, so that time tells nothing.
bool is_same_secret(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^
                                            static_cast<unsigned char>(b[i]));
    return difference == 0;
}

constexpr const char* policy_of_program =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'";
constexpr const char* policy_of_ebook =
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
// The page of the slides has a policy of its own, which knows its script by its hash; a browser
// keeps to both.
constexpr const char* policy_of_deck =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "font-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

const char* policy_of(LiveSite::Origin origin) {
    switch (origin) {
        case LiveSite::Origin::program:
            return policy_of_program;
        case LiveSite::Origin::ebook:
            return policy_of_ebook;
        case LiveSite::Origin::deck:
            return policy_of_deck;
    }
    return policy_of_program;
}

LiveSite::Answer refusal(int status, std::string reason) {
    return {status, "text/plain; charset=utf-8", std::move(reason) + '\n', {}, false};
}

void add_headers(LiveSite::Answer& answer, LiveSite::Origin origin) {
    answer.headers = {{"Content-Security-Policy", policy_of(origin)},
                      {"X-Content-Type-Options", "nosniff"},
                      {"Cross-Origin-Resource-Policy", "same-origin"},
                      {"Cross-Origin-Opener-Policy", "same-origin"},
                      {"Referrer-Policy", "no-referrer"},
                      {"Cache-Control", "no-store"}};
}

}  // namespace

LiveSite::LiveSite(std::string token, std::vector<std::string> hosts)
    : token_(std::move(token)), hosts_(std::move(hosts)) {}

void LiveSite::listens_on(unsigned port) {
    const std::lock_guard lock(mutex_);
    for (const char* own : {"127.0.0.1", "localhost", "[::1]"})
        hosts_.push_back(std::string(own) + ':' + std::to_string(port));
}

bool LiveSite::is_known_host(std::string_view host) const {
    const std::lock_guard lock(mutex_);
    return std::find(hosts_.begin(), hosts_.end(), host) != hosts_.end();
}

void LiveSite::publish(Table table, std::string event) {
    {
        const std::lock_guard lock(mutex_);
        table_ = std::make_shared<const Table>(std::move(table));
        event_ = {event_.number + 1, std::move(event)};
    }
    changed_.notify_all();
}

LiveSite::Answer LiveSite::answer(const Question& question) const {
    Answer out;
    // A name that leads here from a page elsewhere (DNS rebinding) is none of ours.
    if (!is_known_host(question.host)) {
        out = refusal(421, "this host is not served here; --allow-host names others");
    } else if (question.method != "GET" && question.method != "HEAD") {
        out = refusal(405, "nothing can be changed here");
    } else if (!question.origin.empty() && question.origin != "http://" + question.host &&
               question.origin != "https://" + question.host) {
        out = refusal(403, "other sites may not ask");
    } else if (question.fetch_site == "cross-site") {
        out = refusal(403, "other sites may not ask");
    } else {
        const std::string_view path = question.path;
        const std::size_t slash = path.find('/', 1);
        const bool ours = slash != std::string_view::npos && path.front() == '/' &&
                          is_same_secret(path.substr(1, slash - 1), token_);
        const std::string_view name = ours ? path.substr(slash + 1) : std::string_view{};
        if (ours && name == "events") {
            out.events = true;
            out.type = "text/event-stream";
        } else {
            std::shared_ptr<const Table> table;
            {
                const std::lock_guard lock(mutex_);
                table = table_;
            }
            const auto found = ours ? table->find(name) : table->end();
            if (found == table->end()) {
                out = refusal(404, "there is nothing of that name");
            } else {
                out.type = found->second.type;
                out.body = found->second.bytes();
                add_headers(out, found->second.origin);
                return out;
            }
        }
    }
    add_headers(out, Origin::program);
    return out;
}

std::optional<LiveEvent> LiveSite::next_event(std::uint64_t last,
                                              std::chrono::milliseconds at_most) const {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, at_most, [&] { return stopped_ || event_.number > last; });
    if (stopped_ || event_.number <= last) return std::nullopt;
    return event_;
}

void LiveSite::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    changed_.notify_all();
}

bool LiveSite::stopped() const {
    const std::lock_guard lock(mutex_);
    return stopped_;
}

bool LiveSite::open_stream() {
    const std::lock_guard lock(mutex_);
    if (streams_ >= most_streams) return false;
    ++streams_;
    return true;
}

void LiveSite::close_stream() {
    const std::lock_guard lock(mutex_);
    --streams_;
}

std::string random_token() {
    unsigned char bytes[16];
    if (::getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes)) return {};
    std::string token;
    for (const unsigned char byte : bytes)
        for (const int digit : {byte >> 4, byte & 15}) token += "0123456789abcdef"[digit];
    return token;
}

}  // namespace triptych
