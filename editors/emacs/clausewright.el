;;; clausewright.el --- Lint agreements while typing  -*- lexical-binding: t; -*-

;; With the language server (Emacs 29 or newer, eglot is built in):
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((markdown-mode yaml-ts-mode) . ("clausewright" "server"))))

;; Or with flycheck, without the server:
(with-eval-after-load 'flycheck
  (flycheck-define-checker clausewright
    "Lint agreements with Clausewright."
    :command ("clausewright" "lint" "-q" "--format" "concise" "--color" "never"
              "--fail-on" "never" "--stdin-filename" source-original "-")
    :standard-input t
    :error-patterns
    ((error line-start (file-name) ":" line ":" column ": error " (message) line-end)
     (warning line-start (file-name) ":" line ":" column ": warning " (message) line-end)
     (info line-start (file-name) ":" line ":" column ": info " (message) line-end))
    :modes (markdown-mode gfm-mode))
  (add-to-list 'flycheck-checkers 'clausewright))

(provide 'clausewright)
;;; clausewright.el ends here
