/**
 * Where a bug of one place ends: the place is replaced by a report to copy and a way on. Session and desk stand above it,
 * so what was read, decided and kept stays; the other places go on working. The report names components, never data.
 */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { BrokenPlacePanel } from './broken-place-panel';

interface BoundaryState {
  readonly report: string | null;
}

export class PlaceBoundary extends Component<{ readonly place: string; readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { report: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { report: nameOf(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ report: reportOf(this.props.place, error, info.componentStack ?? '') });
  }

  override render(): ReactNode {
    const { report } = this.state;
    if (report === null) return this.props.children;
    return (
      <BrokenPlacePanel
        report={report}
        onReopen={() => {
          this.setState({ report: null });
        }}
      />
    );
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** The kind of error and where it happened. Its message might quote what a file holds, so it is left out. */
function reportOf(place: string, error: unknown, componentStack: string): string {
  const first = (text: string): readonly string[] =>
    text
      .trim()
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('at '))
      .slice(0, 6);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return [`${place}: ${nameOf(error)}`, ...first(stack), '–', ...first(componentStack)].join('\n');
}
