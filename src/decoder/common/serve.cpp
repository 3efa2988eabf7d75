#include "decoder/common/serve.hpp"

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

#include "image/decoder_protocol.hpp"

namespace triptych::decoder {
namespace {

namespace protocol = image::protocol;

/// The largest picture takes some 400 MB, and drawing one with filters several times that.
constexpr ::rlim_t most_memory = ::rlim_t{4} << 30;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool has_sanitizer = true;
#elif defined(__has_feature)
constexpr bool has_sanitizer = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool has_sanitizer = false;
#endif

void limit(int resource, ::rlim_t most) {
    ::rlimit now{};
    if (::getrlimit(static_cast<__rlimit_resource>(resource), &now) != 0) return;
    now.rlim_cur = std::min(most, now.rlim_max);
    ::setrlimit(static_cast<__rlimit_resource>(resource), &now);
}

void limit_process() {
    limit(RLIMIT_CORE, 0);
    if (has_sanitizer) return;  // they set much memory aside, and write reports
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_AS, most_memory);
}

void limit_next_picture(unsigned most_seconds) {
    ::rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    limit(RLIMIT_CPU,
          static_cast<::rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + most_seconds);
}

/// Who asks may be killed while a picture takes long: nobody wants it then. A second is left to end
/// as usual.
void end_with(int socket) {
    try {
        std::thread([socket] {
            ::pollfd end{socket, POLLRDHUP, 0};
            while (::poll(&end, 1, -1) < 0 && errno == EINTR) continue;
            ::sleep(1);
            ::_exit(abandoned);
        }).detach();
    } catch (const std::system_error&) {
        // There are no more threads: the limit of time will do.
    }
}

/// False when whoever asks has gone.
bool serve_one(int socket, Worker work, unsigned most_seconds) {
    protocol::Request request;
    if (!protocol::receive_all(socket, &request, sizeof request)) return false;
    std::string file(request.size, '\0');
    if (!protocol::receive_all(socket, file.data(), file.size())) return false;
    limit_next_picture(most_seconds);
    const Result result = work(request, file);
    return protocol::send_all(socket, &result.head, sizeof result.head) &&
           protocol::send_all(socket, result.bytes.data(), result.bytes.size());
}

}  // namespace

Result result_of(std::optional<Pixels> pixels) {
    if (!pixels) return {};
    return {{pixels->width, pixels->height, pixels->rgba.size()}, std::move(pixels->rgba)};
}

Result result_of(std::optional<std::string> pdf) {
    if (!pdf) return {};
    return {{0, 0, pdf->size()}, *std::move(pdf)};
}

void serve(Worker work, unsigned most_seconds) {
    end_with(STDIN_FILENO);
    limit_process();
    while (serve_one(STDIN_FILENO, work, most_seconds)) continue;
}

}  // namespace triptych::decoder
