import type { Appeal } from '../../domain/appeal';
import type { Story } from '../../messages/assemble-story';
import { fillingOf } from '../../messages/text-length';

/** The texts a happy end is told with. */
export interface StoryPage {
  title: string;
  appealHref: string;
  texts: { name: string; label: string; text: string; limit: number | null; length: number }[];
}

const limits: Record<keyof Story, number | null> = { short: 140, post: 280, community: null, intranet: null };

export function storyPage({ title }: Pick<Appeal, 'title'>, appealHref: string, story: Story): StoryPage {
  const names = Object.keys(limits) as (keyof Story)[];
  return {
    title,
    appealHref,
    texts: names.map((name) => ({
      name,
      label: `story.for.${name}`,
      text: story[name],
      limit: limits[name],
      length: fillingOf('x', story[name]).length,
    })),
  };
}
