"use client";

import { useState, useSyncExternalStore } from "react";

type Places = ReadonlyMap<string, Element>;

const NONE: Places = new Map();

function findPlaces(selector: string): Places {
  const elements = document.querySelectorAll<HTMLElement>(selector);
  return new Map([...elements].map((element) => [element.dataset.itemMarks ?? "", element]));
}

function isSame(one: Places, other: Places): boolean {
  return one.size === other.size && [...one].every(([itemId, element]) => other.get(itemId) === element);
}

/** Watches the page: places are others once a tool becomes read-only or can be edited again. */
class PlaceWatch {
  readonly #selector: string;
  #places = NONE;

  constructor(selector: string) {
    this.#selector = selector;
  }

  readonly get = (): Places => this.#places;

  readonly subscribe = (listener: () => void): (() => void) => {
    const look = () => {
      const found = findPlaces(this.#selector);
      if (isSame(found, this.#places)) return;
      this.#places = found;
      listener();
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  };
}

/** The elements that the page leaves for marks, by item id ("" without one). */
export function useMarkPlaces(selector: string): Places {
  const [watch] = useState(() => new PlaceWatch(selector));
  return useSyncExternalStore(watch.subscribe, watch.get, () => NONE);
}
