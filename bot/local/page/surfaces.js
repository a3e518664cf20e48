// What an element holds and what using it does, for messages and for views (see elements.js).

/** The value an untouched element holds, in the API's form. */
function initialOf(element, ctx) {
  const kind = element.type;
  if (kind.includes("conversations_select") && element.default_to_current_conversation) {
    return kind.startsWith("multi_") ? [ctx.state.channel] : ctx.state.channel;
  }
  const several = element.initial_options ?? element.initial_users ?? element.initial_conversations ?? element.initial_channels;
  if (several) return several.map((entry) => entry.value ?? entry);
  return element.initial_option?.value ?? element.initial_user ?? element.initial_conversation ?? element.initial_channel
    ?? element.initial_date ?? element.initial_time ?? element.initial_date_time ?? element.initial_value ?? null;
}

/** A surface over `drafts` ({block_id: {action_id: value}}, what the person changed and nobody has sent yet). */
function surface({ where, drafts, values = {}, dispatches, ctx }) {
  const target = (block, element) => ({ person: ctx.person, ...where, block_id: block.block_id, action_id: element.action_id });
  const held = () => (Object.keys(drafts).length ? { values: drafts } : {});
  return {
    dispatches,
    held: (block, element) => {
      const draft = drafts[block.block_id]?.[element.action_id];
      if (draft !== undefined) return draft;
      const value = values[block.block_id]?.[element.action_id];
      return value !== undefined && value !== null ? value : initialOf(element, ctx);
    },
    hold: (block, element, value) => {
      if (value !== undefined) (drafts[block.block_id] ??= {})[element.action_id] = value;
    },
    use: (block, element, value) => ctx.send("/ui/click", { ...target(block, element), ...(value === undefined ? {} : { value }), ...held() }),
    options: async (block, element, query) => (await ctx.send("/ui/options", { ...target(block, element), query })).options ?? [],
  };
}

const messageDrafts = new Map();

/** A message's surface: everything in it acts at once, except input blocks. */
export function messageSurface(message, ctx) {
  const key = `${ctx.person}/${ctx.state.channel}/${message.ts}`;
  if (!messageDrafts.has(key)) messageDrafts.set(key, {});
  return surface({
    where: { channel: ctx.state.channel, ts: message.ts }, drafts: messageDrafts.get(key), ctx,
    dispatches: (block) => block.type !== "input" || block.dispatch_action === true,
  });
}

/** A modal's or Home's surface: input blocks wait for the submission unless they dispatch. */
export function viewSurface(view, drafts, ctx) {
  return surface({
    where: { view_id: view.id }, drafts, values: view.values, ctx,
    dispatches: (block) => block.type !== "input" || block.dispatch_action === true,
  });
}

/** Puts into `drafts` what a form shows that the server does not know: the conversation it was opened in. */
export function prefill(view, drafts, ctx) {
  for (const block of view.blocks) {
    const element = block.element ?? block.accessory;
    if (element?.default_to_current_conversation && !view.values?.[block.block_id]?.[element.action_id]) {
      (drafts[block.block_id] ??= {})[element.action_id] ??= initialOf(element, ctx);
    }
  }
}
