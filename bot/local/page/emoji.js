// The short codes people and apps use most; the others stay as `:code:`.

const TABLE = `
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|warning ⚠️|rotating_light 🚨|bell 🔔|no_bell 🔕
calendar 📅|date 📅|spiral_calendar_pad 🗓️|calendar_spiral 🗓️|clock1 🕐|clock3 🕒|clock9 🕘|alarm_clock ⏰|hourglass ⌛
hourglass_flowing_sand ⏳|stopwatch ⏱️|pushpin 📌|round_pushpin 📍|paperclip 📎|link 🔗|memo 📝|pencil 📝|pencil2 ✏️|clipboard 📋
page_facing_up 📄|file_folder 📁|open_file_folder 📂|package 📦|inbox_tray 📥|outbox_tray 📤|email ✉️|envelope ✉️|phone 📞
telephone_receiver 📞|speech_balloon 💬|thought_balloon 💭|mega 📣|loudspeaker 📢|busts_in_silhouette 👥|bust_in_silhouette 👤
handshake 🤝|wave 👋|pray 🙏|clap 👏|raised_hands 🙌|raised_hand ✋|+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|ok_hand 👌|point_right 👉
point_down 👇|muscle 💪|eyes 👀|tada 🎉|confetti_ball 🎊|sparkles ✨|star ⭐|fire 🔥|rocket 🚀|bulb 💡|heart ❤️|green_heart 💚
blue_heart 💙|smile 😄|smiley 😃|grinning 😀|blush 😊|slightly_smiling_face 🙂|wink 😉|joy 😂|sweat_smile 😅|thinking_face 🤔
neutral_face 😐|confused 😕|disappointed 😞|cry 😢|sob 😭|relieved 😌|sunglasses 😎|heart_eyes 😍|hugging_face 🤗|face_palm 🤦
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|white_circle ⚪|black_circle ⚫
large_red_square 🟥|large_green_square 🟩|small_blue_diamond 🔹|small_orange_diamond 🔸|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️
arrow_down ⬇️|arrows_counterclockwise 🔄|repeat 🔁|leftwards_arrow_with_hook ↩️|heavy_plus_sign ➕|heavy_minus_sign ➖|question ❓
exclamation ❗|bangbang ‼️|information_source ℹ️|no_entry ⛔|no_entry_sign 🚫|lock 🔒|unlock 🔓|key 🔑|mag 🔍|gear ⚙️|hammer_and_wrench 🛠️
house 🏠|classical_building 🏛️|globe_with_meridians 🌐|earth_asia 🌏|earth_africa 🌍|earth_americas 🌎|world_map 🗺️|airplane ✈️
ship 🚢|truck 🚚|ticket 🎫|performing_arts 🎭|art 🎨|musical_note 🎵|notes 🎶|drum_with_drumsticks 🥁|dancer 💃|clapper 🎬|camera 📷
books 📚|book 📖|school 🏫|mortar_board 🎓|moneybag 💰|money_with_wings 💸|receipt 🧾|chart_with_upwards_trend 📈|bar_chart 📊
palm_tree 🌴|desert_island 🏝️|sunny ☀️|sunrise 🌅|crescent_moon 🌙|coffee ☕|zzz 💤|robot_face 🤖|seedling 🌱|recycle ♻️|label 🏷️
id 🆔|new 🆕|soon 🔜|100 💯|checkered_flag 🏁|triangular_flag_on_post 🚩|dart 🎯|jigsaw 🧩|broom 🧹|wastebasket 🗑️|hand ✋`;

const EMOJI = new Map(TABLE.trim().split(/[|\n]/).map((entry) => entry.trim().split(" ")));

/** The character for a short code, flags such as `flag-id` included, or null. */
export function emoji(code) {
  const name = code.replace(/::skin-tone-\d$/, "");
  const flag = /^flag-([a-z]{2})$/.exec(name);
  if (flag) return String.fromCodePoint(...[...flag[1]].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 97));
  return EMOJI.get(name) ?? null;
}

/** Text with its short codes replaced where known. */
export const withEmoji = (text) => text.replace(/:([\w+'-]+(?:::skin-tone-\d)?):/g, (whole, code) => emoji(code) ?? whole);

/** What the reaction picker offers. */
export const QUICK = ["white_check_mark", "+1", "eyes", "pray", "tada", "heart", "x"];
