import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type LinkAttributes = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps | keyof AnchorProps> & {
  ref?: Ref<HTMLAnchorElement>;
};

/** A link to a page of the panel that looks like a button; typed as the router's own Link. */
export const LinkButton = createLink((props: ButtonProps & LinkAttributes) => <Button component="a" {...props} />);
/** The same as a word in a sentence. */
export const TextLink = createLink((props: AnchorProps & LinkAttributes) => <Anchor {...props} />);
