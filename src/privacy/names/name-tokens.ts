const part = String.raw`\p{Lu}(?:'\p{Lu})?\p{Ll}{1,24}(?:\p{Lu}\p{Ll}{1,24})?`;

/** Whitaker, O'Connor, Al-Sayed, McDonald; the 's of a possessive is no part of it. */
export const capitalised = String.raw`${part}(?:['-](?:${part}|\p{Ll}{2,24})){0,2}`;
/** WILSON, O'NEIL, AL-SAYED */
export const capitals = String.raw`\p{Lu}(?:'\p{Lu}|\p{Lu})\p{Lu}{0,24}(?:['-]\p{Lu}{2,24}){0,2}`;
export const initial = String.raw`\p{Lu}(?:\.-?\p{Lu})?\.?`;
export const particle =
  '(?:van|von|vom|zu|de|del|della|di|da|dos|das|do|du|al|el|bin|binti?|ben|ibn|ould|dem|des|af|av|ter|ten|la|le|den|der|y|e)';
/** No letter, digit, hyphen or apostrophe may touch a name. */
export const before = String.raw`(?=\p{Lu})(?<![\p{L}\p{M}\d'.-])`;
export const behind = String.raw`(?![\p{L}\p{M}\d]|-[\p{L}\d])`;
