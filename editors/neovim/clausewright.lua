-- Put this into init.lua (Neovim 0.11 or newer).
vim.lsp.config('clausewright', {
  cmd = { 'clausewright', 'server' },
  filetypes = { 'markdown', 'yaml' },
  root_markers = { 'clausewright.toml', 'pyproject.toml', '.git' },
})
vim.lsp.enable('clausewright')
