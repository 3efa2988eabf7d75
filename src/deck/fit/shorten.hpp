#pragma once

#include "deck/deck.hpp"

/// What a slide of the digest leaves to the notes when it does not fit, a part at a time.
namespace triptych::deck {

/// Takes the last item of the last list of three or more, the last row of such a table, the last
/// line of a listing; of columns side by side, from the fullest. False where there is none.
bool drop_point(doc::Blocks& body);
/// About how many points there are to take.
std::size_t count_points(const doc::Blocks& body);
/// Of steps, takes what is said of the one of which most is said: a process shows all its steps, if
/// only by their titles. False where titles are all there is, and on other slides.
bool drop_step_text(Slide& slide);
/// Takes the claim where what stands below says more than it, cards, columns or steps that have a
/// lead-in, and says so in `cuts`, too. False where there is none, and over others.
bool drop_claim(Slide& slide, std::vector<Cut>& cuts);
/// Where no point can be spared: takes the last column of a table of three or more, then the second
/// of two points or rows, then the last block of several, or the
/// last line of the fullest card. Says on the slide what it left out. False
/// where one part is all there is.
bool drop_part(Slide& slide);

}  // namespace triptych::deck
