#include "image/decoder.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <mutex>
#include <utility>
#include <vector>

#include "image/decoder_protocol.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

using protocol::Work;

/// The process limits its own processor time; this bounds one that waits for something else.
constexpr ::timeval most_silence{300, 0};

struct Answer {
    protocol::Reply head;
    std::string bytes;
};

bool is_sound(const protocol::Reply& reply, Work work) {
    if (work == Work::svg_to_pdf) return reply.size <= protocol::most_pdf_bytes;
    if (work == Work::page_to_svg) return reply.size <= protocol::most_svg_bytes;
    if (reply.size == 0) return true;
    return is_reasonable(reply.width, reply.height) &&
           reply.size == std::uint64_t{reply.width} * reply.height * 4;
}

/// The environment of the process: no variable that changes its results, and one thread only.
std::vector<std::string> decoder_environment() {
    std::vector<std::string> out = {"LC_ALL=C.UTF-8", "RAYON_NUM_THREADS=1"};
    for (const char* name : {"LD_LIBRARY_PATH", "ASAN_OPTIONS", "LLVM_PROFILE_FILE"})
        if (const char* value = std::getenv(name)) out.push_back(std::string(name) + '=' + value);
    return out;
}

/// A process that decodes, and this end of the socket to it.
class Process {
public:
    Process(::pid_t pid, int socket) : pid_(pid), socket_(socket) {
        for (const int option : {SO_RCVTIMEO, SO_SNDTIMEO})
            ::setsockopt(socket, SOL_SOCKET, option, &most_silence, sizeof most_silence);
    }
    /// Closing the socket ends the process.
    ~Process() {
        ::close(socket_);
        while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) continue;
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void kill() const { ::kill(pid_, SIGKILL); }

    /// Nothing when the process has ended or its answer makes no sense.
    std::optional<Answer> ask(const protocol::Request& request, std::string_view file) const {
        Answer answer;
        if (!protocol::send_all(socket_, &request, sizeof request) ||
            !protocol::send_all(socket_, file.data(), file.size()) ||
            !protocol::receive_all(socket_, &answer.head, sizeof answer.head) ||
            !is_sound(answer.head, request.work))
            return std::nullopt;
        answer.bytes.resize(answer.head.size);
        if (!protocol::receive_all(socket_, answer.bytes.data(), answer.bytes.size()))
            return std::nullopt;
        return answer;
    }

private:
    ::pid_t pid_;
    int socket_;
};

/// The descriptors of the new process: the socket as standard input, and nothing else of ours.
class Descriptors {
public:
    explicit Descriptors(int socket) {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawn_file_actions_adddup2(&actions_, socket, STDIN_FILENO);
        for (const int output : {STDOUT_FILENO, STDERR_FILENO})
            ::posix_spawn_file_actions_addopen(&actions_, output, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    }
    ~Descriptors() { ::posix_spawn_file_actions_destroy(&actions_); }
    Descriptors(const Descriptors&) = delete;
    Descriptors& operator=(const Descriptors&) = delete;
    const ::posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    ::posix_spawn_file_actions_t actions_;
};

/// Null when the system has no room for it.
std::unique_ptr<Process> start(const std::string& program) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return nullptr;
    auto variables = decoder_environment();
    std::vector<char*> environment;
    environment.reserve(variables.size() + 1);
    for (auto& variable : variables) environment.push_back(variable.data());
    environment.push_back(nullptr);
    std::string name = program;
    char* arguments[] = {name.data(), nullptr};
    ::pid_t pid = 0;
    const Descriptors descriptors(ends[1]);
    const int error = ::posix_spawn(&pid, program.c_str(), descriptors.get(), nullptr, arguments,
                                    environment.data());
    ::close(ends[1]);
    if (error == 0) return std::make_unique<Process>(pid, ends[0]);
    ::close(ends[0]);
    return nullptr;
}

std::optional<Raster> raster_of(const std::optional<Answer>& answer) {
    if (!answer || answer->bytes.empty()) return std::nullopt;
    return raster_from_samples(reinterpret_cast<const unsigned char*>(answer->bytes.data()),
                               {answer->head.width, answer->head.height}, 4);
}

std::uint32_t number_of_layers(const svg::Drawing& drawing) {
    return static_cast<std::uint32_t>(drawing.layers.size());
}

protocol::Rectangle rectangle(const svg::Box& box) { return {box.x, box.y, box.width, box.height}; }

}  // namespace

std::string drawing_file(const svg::Drawing& drawing) {
    if (drawing.layers.empty()) return drawing.drawable;
    std::string file;
    for (const svg::Layer& layer : drawing.layers) {
        const protocol::LayerHead head{rectangle(drawing.view),
                                       rectangle(layer.region.value_or(svg::Box{})),
                                       layer.document.size()};
        file.append(reinterpret_cast<const char*>(&head), sizeof head);
        file += layer.document;
    }
    return file;
}

/// The processes that are idle, and how to start more.
class Decoder::Processes {
public:
    explicit Processes(std::string program) : program_(std::move(program)) {}

    /// Asks an idle process, if there is one. When that fails, a new process is asked, since
    /// earlier files may have damaged the first: the answer depends on this file only.
    std::optional<Answer> ask(protocol::Request request, std::string_view file) {
        if (::access(program_.c_str(), X_OK) != 0) return std::nullopt;
        request.most_pixels = static_cast<std::uint32_t>(most_pixels);
        request.size = file.size();
        if (auto used = take_idle())
            if (auto answer = ask(std::move(used), request, file)) return answer;
        auto fresh = start(program_);
        return fresh ? ask(std::move(fresh), request, file) : std::nullopt;
    }

private:
    std::optional<Answer> ask(std::unique_ptr<Process> process, const protocol::Request& request,
                              std::string_view file) {
        auto answer = process->ask(request, file);
        if (!answer) {
            process->kill();
            return std::nullopt;
        }
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(process));
        return answer;
    }

    std::unique_ptr<Process> take_idle() {
        const std::lock_guard lock(mutex_);
        if (idle_.empty()) return nullptr;
        auto process = std::move(idle_.back());
        idle_.pop_back();
        return process;
    }

    std::string program_;  ///< empty, or of no file: nothing is decoded
    std::mutex mutex_;
    std::vector<std::unique_ptr<Process>> idle_;
};

Decoder::Decoder(const std::string& program)
    : processes_(std::make_unique<Processes>(program)),
      rare_(std::make_unique<Processes>(program.empty() ? program : program + "-rare")),
      pages_(std::make_unique<Processes>(program.empty() ? program : program + "-pages")) {}
Decoder::~Decoder() = default;

std::optional<Raster> Decoder::decode(Format format, std::string_view file) const {
    switch (format) {
        case Format::gif:
            return raster_of(processes_->ask({.work = Work::decode_gif}, file));
        case Format::webp:
            return raster_of(processes_->ask({.work = Work::decode_webp}, file));
        case Format::avif:
            return raster_of(processes_->ask({.work = Work::decode_avif}, file));
        case Format::tiff:
            return raster_of(rare_->ask({.work = Work::decode_tiff}, file));
        case Format::heic:
            return raster_of(rare_->ask({.work = Work::decode_heic}, file));
        case Format::jxl:
            return raster_of(rare_->ask({.work = Work::decode_jxl}, file));
        case Format::png:
        case Format::jpeg:
        case Format::bmp:
        case Format::svg:
        case Format::unknown:
            break;
    }
    return std::nullopt;
}

std::optional<Raster> Decoder::draw_svg(const svg::Drawing& drawing, std::uint32_t width,
                                        std::uint32_t height) const {
    if (!is_reasonable(width, height)) return std::nullopt;
    return raster_of(processes_->ask({.work = Work::draw_svg,
                                      .width = double(width),
                                      .height = double(height),
                                      .layers = number_of_layers(drawing)},
                                     drawing_file(drawing)));
}

std::optional<Raster> Decoder::to_srgb(const std::string& pixels, PixelSize size,
                                       protocol::Channels channels,
                                       std::string_view profile) const {
    std::string file = pixels;
    file += profile;
    return raster_of(processes_->ask({.work = Work::to_srgb,
                                      .width = double(size.width),
                                      .height = double(size.height),
                                      .channels = channels},
                                     file));
}

std::optional<std::string> Decoder::page_to_svg(std::string_view file) const {
    auto answer = pages_->ask({.work = Work::page_to_svg}, file);
    if (!answer || answer->bytes.empty()) return std::nullopt;
    return std::move(answer->bytes);
}

std::optional<std::string> Decoder::svg_to_pdf(const svg::Drawing& drawing, double width,
                                               double height) const {
    auto answer = processes_->ask({.work = Work::svg_to_pdf,
                                   .width = width,
                                   .height = height,
                                   .layers = number_of_layers(drawing)},
                                  drawing_file(drawing));
    if (!answer || answer->bytes.empty()) return std::nullopt;
    return std::move(answer->bytes);
}

}  // namespace triptych::image
