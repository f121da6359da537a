/** OpenCC's table of single characters, `traditional simplified` joined by `|`; untyped there. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
