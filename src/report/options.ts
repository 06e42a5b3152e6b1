/** How a report is drawn. `width` is that of the terminal in columns; left out, nothing is cut or folded. */
export interface RenderOptions {
  readonly color: boolean;
  readonly width?: number;
}
