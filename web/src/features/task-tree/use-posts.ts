// The posts that can take a part, to choose from by any of their words.
import { useQuery } from "@tanstack/react-query";
import { posts_query } from "@/api/queries";
import type { Post } from "@/api/shapes";

const post_name = (post: Post) => `${post.division_name} ${post.unit_name} ${post.title}`;

interface PostOption {
  value: string;
  label: string;
  words: string;
}

export interface Posts {
  options: PostOption[];
  loading: boolean;
  error: Error | null;
  again: () => void;
  name_of: (post: string) => string;
}

export function usePosts(): Posts {
  const found = useQuery(posts_query());
  const known = found.data ?? [];
  return {
    options: known.map((post) => ({
      value: post.id, label: post_name(post), words: `${post_name(post)} ${post.holder}`,
    })),
    loading: found.isPending,
    error: found.error,
    again: () => void found.refetch(),
    name_of: (wanted) => {
      const post = known.find((one) => one.id === wanted);
      return post ? post_name(post) : wanted;
    },
  };
}

/** Every typed word stands somewhere in what the post is called. */
export const words_found = (typed: string, option?: { words?: unknown }): boolean =>
  typed.split(/\s+/).every((word) => String(option?.words ?? "").includes(word));
