#include "deck/setting/address_code.hpp"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "base/words.hpp"
#include "deck/setting/reduce.hpp"
#include "typeset/flow/link_code.hpp"

namespace triptych::deck {
namespace {

constexpr int quiet_share = 10;  // the quiet zone is this part of the panel's side

}  // namespace

std::optional<AddressCode> address_code(const std::string& address, const Rect& room) {
    auto code = typeset::link_code(address, code_ink);
    if (!code) return std::nullopt;
    const Length side = std::min(room.size.width, room.size.height);
    const Length quiet = side / quiet_share;
    AddressCode result;
    result.panel = {{room.at.x + room.size.width - side, room.at.y + room.size.height - side},
                    {side, side}};
    result.at = {result.panel.at.x + quiet, result.panel.at.y + quiet};
    result.side = side - quiet * 2;
    std::vector<pages::Item> drawn = {{{}, {}, std::move(code->drawing)}};
    reduce(drawn, result.side, code->size, {});
    result.drawing = std::get<pages::Path>(std::move(drawn.front().content));
    return result;
}

std::string code_alternative(const Slide& slide, std::string_view language) {
    return std::string(word_in(language, Word::address_code)) + " " + slide.address;
}

}  // namespace triptych::deck
