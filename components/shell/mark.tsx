/** The workbook's mark: two open pages that meet, under a rising light. Decorative beside the name. */
export function Mark({ className = "size-9" }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false" className={`flex-none ${className}`}>
      <path d="M20 2.5 35 7v13.5c0 8-6 13.7-15 17-9-3.3-15-9-15-17V7Z" fill="#ffffff" />
      <path d="M20 5.2 32.5 9v11.5c0 6.6-4.8 11.4-12.5 14.4Z" fill="#d9e8f6" />
      <path d="M8.5 18.5c4.5 0 8.5 1 11.5 3.5 3-2.5 7-3.5 11.5-3.5" fill="none" stroke="#005ea2" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M10.5 24.3c3.5.1 6.7 1 9.5 3.2 2.8-2.2 6-3.1 9.5-3.2" fill="none" stroke="#1a4480" strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="20" cy="13" r="3.6" fill="#fa9441" />
    </svg>
  );
}
