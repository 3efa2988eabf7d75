#pragma once

#include <optional>
#include <string>

#include "decoder/common/pixels.hpp"
#include "image/decoder_protocol.hpp"

namespace triptych::decoder {

/// What is sent back: the head, then the bytes.
struct Result {
    image::protocol::Reply head;
    std::string bytes;
};
Result result_of(std::optional<Pixels> pixels);
Result result_of(std::optional<std::string> pdf);

/// Does what a request asks of a file; an empty result when it can't be done.
using Worker = Result (*)(const image::protocol::Request& request, const std::string& file);

/// Exit code of a decoder whose other end has gone while it was at work.
inline constexpr int abandoned = 3;

/// Limits the process, then answers requests from the socket that is its standard input until the
/// other end is closed. A picture may end the process: whoever asked then knows that it can't be
/// read. So it does when the picture takes more time of a processor; costs of most formats are
/// bounded before, so that this is for what nobody has foreseen.
void serve(Worker work, unsigned most_seconds = 120);

}  // namespace triptych::decoder
