/** Components that are loaded when needed, or ahead: then they are shown at once. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

export interface LoadedAhead<Props> {
  readonly Component: LazyExoticComponent<ComponentType<Props>>;
  /** Begins to load; a failure comes up where the component is shown. */
  readonly load: () => void;
}

/**
 * `React.lazy` waits for its module even where it is there already, shows what stands in its place, and does not take that
 * away again within a third of a second. A module that was loaded ahead is given to it at once.
 */
export function loadedAhead<Props>(loadModule: () => Promise<ComponentType<Props>>): LoadedAhead<Props> {
  let component: ComponentType<Props> | null = null;
  const load = async (): Promise<{ readonly default: ComponentType<Props> }> => {
    component = await loadModule();
    return { default: component };
  };
  return {
    Component: lazy(() => (component === null ? load() : atOnce({ default: component }))),
    load: () => {
      load().catch(() => undefined);
    },
  };
}

/** What `React.lazy` takes for a promise, and finds kept as soon as it asks. */
function atOnce<T>(value: T): Promise<T> {
  const kept: Pick<Promise<T>, 'then'> = {
    then: (onKept) => Promise.resolve(onKept == null ? (value as never) : onKept(value)),
  };
  return kept as Promise<T>;
}
